import { type Requests } from "../requests/index.js";
/** Lambda requests whose log line says cold or warm, with the cold ones, by a code. */
export declare function countColdStarts(requests: Requests, codes: Uint8Array): {
    rows: Float64Array;
    cold: Float64Array;
};
export declare const NO_COLD_STARTS_LOGGED: import("./check.js").Finding;
