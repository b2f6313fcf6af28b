import { PLATFORMS } from "../campaign/index.js";
import { contextColumns } from "./context-columns.js";
/** The rule that fires for each request (its index), and what it answers (ECS or LAMBDA). */
export function applyRules({ rules }, requests) {
    const fired = firingRules(rules, contextColumns(requests), requests.rowCount);
    const answers = rules.map(({ platform }) => PLATFORMS.indexOf(platform));
    return { rule: fired, choice: Uint8Array.from(fired, (rule) => answers[rule]) };
}
/** The same on columns of inputs. */
export function firingRules(rules, columns, rowCount) {
    const fired = new Uint16Array(rowCount).fill(rules.length - 1);
    const passes = rules.map(({ conditions }) => conditions.map((condition) => compile(condition, columns)));
    for (let row = 0; row < rowCount; row++) {
        const rule = passes.findIndex((tests) => tests.every((pass) => pass(row)));
        if (rule >= 0)
            fired[row] = rule;
    }
    return fired;
}
function compile({ input, test, value }, columns) {
    const column = columns.find((candidate) => candidate.input === input);
    // A name that these requests do not know is nobody's value: "is" never holds, "is not" always
    // does where anything is known.
    const wanted = typeof value === "string" ? (column?.names?.indexOf(value) ?? -1) : value;
    const values = column?.values ?? new Float64Array(0);
    switch (test) {
        case "is":
            return (row) => values[row] === wanted;
        case "is not":
            return (row) => values[row] >= 0 && values[row] !== wanted;
        case "at most":
            return (row) => values[row] <= wanted;
        case "above":
            return (row) => values[row] > wanted;
    }
}
const SUBJECTS = {
    workload: "workload",
    payload: "payload",
    window: "time window",
    pattern: "load pattern",
    hour: "hour",
    weekend: "day",
};
/**
 * "workload is thumbnail_processing and payload is above 200 KiB and at most 500 KiB"; "" where
 * there are no conditions.
 */
export function conditionsText(conditions) {
    return conditions
        .map(({ input, test, value }, i) => {
        if (input === "weekend")
            return (value === 1) === (test === "is") ? "it is a weekend" : "it is a working day";
        const unit = input === "payload" ? " KiB" : input === "hour" ? " h UTC" : "";
        const subject = i > 0 && conditions[i - 1].input === input ? "" : `${SUBJECTS[input]} is `;
        return `${subject}${test === "is" ? "" : test === "is not" ? "not " : `${test} `}${value}${unit}`;
    })
        .join(" and ");
}
/** "Lambda" or "ECS", as they are printed. */
export function platformTitle(platform) {
    return platform === "lambda" ? "Lambda" : "ECS";
}
/** The list as it is read aloud, a rule a line. */
export function rulesText({ rules }) {
    return rules.map(({ conditions, platform }, i) => {
        if (conditions.length === 0)
            return `${i === 0 ? "always" : "else"}: ${platformTitle(platform)}`;
        return `${i === 0 ? "if" : "else if"} ${conditionsText(conditions)}: ${platformTitle(platform)}`;
    });
}
/** The list as rows for a table. */
export function rulesTable(list) {
    const lines = rulesText(list);
    return list.rules.map(({ platform, rows, agreeing }, i) => ({
        rule: lines[i].slice(0, lines[i].lastIndexOf(": ")),
        answer: platformTitle(platform),
        rows,
        agreement: rows > 0 ? agreeing / rows : NaN,
    }));
}
//# sourceMappingURL=rules.js.map