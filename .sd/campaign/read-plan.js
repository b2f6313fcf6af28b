import { readFileSync } from "node:fs";
import path from "node:path";
import { isNode, LineCounter, parseDocument } from "yaml";
import { checkPlan } from "./check-plan.js";
import { PlanError } from "./plan-error.js";
import { SHIPPED_PLANS, shippedPlan } from "./plans/index.js";
/**
 * A plan by the name it ships under, or from a YAML (or JSON) file. A file states a whole plan, or
 * `extends: variance` and what differs: groups of fields are merged, lists and single values
 * replaced. Throws a PlanError that says what is wrong where.
 */
export function readPlan(nameOrFile) {
    if (Object.hasOwn(SHIPPED_PLANS, nameOrFile))
        return SHIPPED_PLANS[nameOrFile];
    if (!/\.(ya?ml|json)$/.test(nameOrFile)) {
        throw new Error(`"${nameOrFile}" is neither a plan that ships ` +
            `(${Object.keys(SHIPPED_PLANS).join(", ")}) nor a file that ends in .yml, .yaml or ` +
            ".json");
    }
    let yaml;
    try {
        yaml = readFileSync(nameOrFile, "utf8");
    }
    catch (error) {
        throw new Error(`the plan ${nameOrFile} cannot be read (${error.code}); ` +
            `name a file that exists, or one of ${Object.keys(SHIPPED_PLANS).join(", ")}`);
    }
    return parsePlan(yaml, path.basename(nameOrFile));
}
/**
 * A plan from the text of a YAML file; `source` names it in errors, which tell the line where the
 * field, or its group, stands in it.
 */
export function parsePlan(yaml, source) {
    const lines = new LineCounter();
    const document = parseDocument(yaml, { lineCounter: lines });
    if (document.errors.length > 0)
        throw new Error(`${source}: ${document.errors[0].message.split("\n")[0]}`);
    try {
        return planOf(document.toJS(), source);
    }
    catch (error) {
        if (!(error instanceof PlanError))
            throw error;
        throw new PlanError(source, error.field, error.value, error.needed, lineOf(error.field, document, lines));
    }
}
function planOf(stated, source) {
    if (typeof stated !== "object" || stated === null || Array.isArray(stated))
        throw new PlanError(source, "", stated, "a group of fields");
    const { extends: base, ...fields } = stated;
    if (base === undefined)
        return checkPlan(fields, source);
    if (typeof base !== "string" || !Object.hasOwn(SHIPPED_PLANS, base))
        throw new PlanError(source, "extends", base, `one of ${Object.keys(SHIPPED_PLANS).join(", ")}`);
    return checkPlan(merge(shippedPlan(base), fields), source);
}
/**
 * Line of a field such as `runs[0].window`, or of the nearest group round it; undefined where the
 * file states neither.
 */
function lineOf(field, document, lines) {
    const steps = field
        .replace(/^a name in /, "")
        .split(/[.[\]]+/)
        .filter(Boolean)
        .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    for (; steps.length > 0; steps.pop()) {
        const node = document.getIn(steps, true);
        if (isNode(node) && node.range)
            return lines.linePos(node.range[0]).line;
    }
    return undefined;
}
function merge(base, over) {
    if (!isGroup(base) || !isGroup(over))
        return over;
    // A keep-alive law brings its own fields; merging two laws would make neither.
    if ("law" in over)
        return over;
    const merged = { ...base };
    for (const [name, value] of Object.entries(over))
        merged[name] = Object.hasOwn(base, name) ? merge(base[name], value) : value;
    return merged;
}
function isGroup(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=read-plan.js.map