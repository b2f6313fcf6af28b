import { CONTEXT_INPUTS } from "./context-columns.js";
import { drivers } from "./drivers.js";
import { conditionsText, firingRules, platformTitle } from "./rules.js";
/** A part smaller than this is not worth a word. */
const WORTH_A_WORD = 0.005;
/** The reason for an answer; `closest` are the values with the campaign's nearest size. */
export function reasonFor({ rules: { rules }, contexts }, values, closest, platform) {
    const number = firingRules(rules, asColumns(values), 1)[0];
    const rule = rules[number];
    const condition = conditionsText(rule.conditions) || "no other rule fires";
    const explained = drivers(contexts, closest)?.drivers.sort((one, other) => Math.abs(other.contribution) - Math.abs(one.contribution)) ?? null;
    const agrees = rule.platform === platform;
    const name = `rule ${number + 1} of ${rules.length}`;
    const because = agrees
        ? `${name}: ${condition}`
        : `the model departs from ${name} here (${condition}: ${platformTitle(rule.platform)})`;
    return {
        text: `${because}${movers(explained)}`,
        rule: { number: number + 1, of: rules.length, condition, platform: rule.platform, agrees },
        drivers: explained,
    };
}
/**
 * "; payload size speaks most for Lambda (+0.31), time window for ECS (-0.05)": the two that matter
 * most.
 */
function movers(explained) {
    const told = (explained ?? [])
        .filter(({ contribution }) => Math.abs(contribution) >= WORTH_A_WORD)
        .slice(0, 2);
    const words = told.map(({ input, contribution }) => `${input} for ${contribution > 0 ? "Lambda" : "ECS"} ` +
        `(${contribution > 0 ? "+" : ""}${contribution.toFixed(2)})`);
    return words.length > 0 ? `; what speaks most: ${words.join(", ")}` : "";
}
/** One request's values as columns of one row. */
function asColumns(values) {
    return CONTEXT_INPUTS.map((input) => {
        const value = values[input];
        return typeof value === "string"
            ? { input, values: Float64Array.of(0), names: [value] }
            : { input, values: Float64Array.of(value ?? NaN), names: null };
    });
}
//# sourceMappingURL=reason.js.map