import { WORKLOADS } from "../campaign/index.js";
import { MISSING } from "./requests.js";
/** Workload names in the order of their codes: WORKLOADS first, others as the logs bring them. */
export class WorkloadCodes {
    names = [...WORKLOADS];
    codes = new Map(this.names.map((name, code) => [name, code]));
    /** The code of a name, a new one for a new name; -1 when all 255 are taken. */
    codeOf(name) {
        const known = this.codes.get(name);
        if (known !== undefined)
            return known;
        if (this.names.length >= MISSING)
            return -1;
        this.codes.set(name, this.names.length);
        return this.names.push(name) - 1;
    }
}
//# sourceMappingURL=workload-codes.js.map