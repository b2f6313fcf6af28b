import { judgeGate } from "../campaign/index.js";
/** The gates on what was collected, as far as a check measures them. */
export const COLLECTION_GATES = [
    "payload-sizes",
    "time-windows",
    "load-patterns",
    "cold-starts",
    "cold-starts-differ",
];
/**
 * Gates that have a check of the same name, judged by what it measured. Throws where the check was
 * not run.
 */
export function checkGates(checks, ids = COLLECTION_GATES) {
    return ids.map((id) => {
        const check = checks.find((one) => one.id === id);
        if (!check)
            throw new RangeError(`the gate "${id}" rests on the check of that name, which was not run`);
        return judgeGate(id, check.value, check.evidence);
    });
}
//# sourceMappingURL=check-gates.js.map