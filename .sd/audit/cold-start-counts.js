import { LAMBDA } from "../campaign/index.js";
import { MISSING } from "../requests/index.js";
import { notApplicable } from "./check.js";
/** Lambda requests whose log line says cold or warm, with the cold ones, by a code. */
export function countColdStarts(requests, codes) {
    const rows = new Float64Array(256);
    const cold = new Float64Array(256);
    for (let row = 0; row < requests.rowCount; row++) {
        if (requests.platform[row] !== LAMBDA || requests.coldStart[row] === MISSING)
            continue;
        rows[codes[row]]++;
        cold[codes[row]] += requests.coldStart[row];
    }
    return { rows, cold };
}
export const NO_COLD_STARTS_LOGGED = notApplicable("No Lambda request says whether it was a cold start.", "Log Lambda's initialisation with each request.");
//# sourceMappingURL=cold-start-counts.js.map