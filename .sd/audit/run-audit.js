import { worstVerdict } from "../campaign/index.js";
import { AuditData } from "./audit-data.js";
import { notApplicable, } from "./check.js";
import { SUITE } from "./suite.js";
/**
 * Runs the checks of the suite that are asked for. Throws a RangeError that names what there is for
 * an unknown check, threshold or value. A table without rows makes every check that looks at rows
 * "not applicable".
 */
export function runAudit(input, options = {}, suite = SUITE) {
    const chosen = choose(suite, options);
    const data = new AuditData(input);
    const checks = chosen.map((check) => runCheck(check, data, { ...check.thresholds, ...options.thresholds?.[check.id] }));
    return {
        name: input.name,
        kind: input.kind,
        verdict: worstVerdict(checks.map(({ verdict }) => verdict)),
        rows: input.rows,
        quarantined: input.quarantined,
        attainability: hasRows(data) && data.has("table") ? data.attainability : null,
        checks,
    };
}
function choose(suite, { only, skip, thresholds = {} }) {
    const ids = suite.map(({ id }) => id);
    for (const id of [...(only ?? []), ...(skip ?? []), ...Object.keys(thresholds)]) {
        if (!ids.includes(id))
            throw new RangeError(`no check is called "${id}"; there are ${ids.join(", ")}`);
    }
    for (const [id, values] of Object.entries(thresholds)) {
        const known = suite.find((check) => check.id === id).thresholds;
        for (const [name, value] of Object.entries(values)) {
            if (!Object.hasOwn(known, name))
                throw new RangeError(`the check ${id} has no threshold "${name}"; it has ` +
                    `${Object.keys(known).join(", ") || "none"}`);
            if (typeof value !== "number" || Number.isNaN(value))
                throw new RangeError(`the threshold ${id}.${name} must be a number, not ${String(value)}`);
        }
    }
    return suite.filter(({ id }) => (only === undefined || only.includes(id)) && !skip?.includes(id));
}
function runCheck(check, data, thresholds) {
    const missing = check.needs.filter((need) => !data.has(need));
    const finding = missing.length > 0
        ? notApplicable(`This check needs ${missing.map((need) => WHAT_IS_MISSING[need]).join(" and ")}.`)
        : !hasRows(data)
            ? notApplicable("There are no rows to look at.")
            : check.run(data, thresholds);
    return {
        id: check.id,
        group: check.group,
        question: check.question,
        verdict: finding.verdict,
        value: finding.value !== null && Number.isFinite(finding.value) ? finding.value : null,
        interval: finding.interval ?? null,
        threshold: check.condition(thresholds),
        evidence: finding.evidence,
        advice: finding.advice,
        offenders: finding.offenders ?? [],
        table: finding.table ?? null,
        figure: finding.figure ?? null,
    };
}
const WHAT_IS_MISSING = {
    requests: "the logs of requests",
    fieldTypes: "the JSON types of the logs' fields (requests read from logs)",
    labels: "labelled requests",
    table: "a labelled table (no row could be labelled, or none was given)",
    plan: "a campaign plan",
    predictions: "a model's predictions",
};
function hasRows({ input }) {
    return input.rows > 0;
}
//# sourceMappingURL=run-audit.js.map