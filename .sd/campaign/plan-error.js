/**
 * A plan that cannot be run. One line: where, which field, what stands there, what would be right.
 */
export class PlanError extends Error {
    source;
    field;
    value;
    needed;
    line;
    name = "PlanError";
    constructor(source, field, value, needed, line) {
        super(`${source}${line === undefined ? "" : ` line ${line}`}: ` +
            `${field === "" ? "the plan" : field} ` +
            `${value === undefined ? "is missing" : `is ${shown(value)}`}; it must be ${needed}`);
        this.source = source;
        this.field = field;
        this.value = value;
        this.needed = needed;
        this.line = line;
    }
}
function shown(value) {
    const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
//# sourceMappingURL=plan-error.js.map