import { blockRatio, createRandom, isKnown, pairedTest, wilsonInterval, } from "../statistics/index.js";
import { comparePoliciesByMatching, comparePoliciesExactly, } from "./policy-value.js";
import { applyRules } from "./rules.js";
/**
 * Judges rules against the model they were made from: agreement, accuracy, ms and USD, each with
 * its interval over blocks of time, resampled within runs.
 */
export function rulesValue(list, task) {
    const { requests, probability, label, blocks, seed, threshold = 0.5 } = task;
    const rows = requests.rowCount;
    const random = createRandom(seed).fork("rules");
    const { choice: byRules } = applyRules(list, requests);
    const byModel = Uint8Array.from({ length: rows }, (_, row) => Number(probability[row] > threshold));
    const same = byModel.map((choice, row) => Number(choice === byRules[row]));
    const right = (choices) => choices.reduce((count, choice, row) => count + Number(choice === label[row]), 0);
    const difference = Int8Array.from(byRules, (choice, row) => Number(choice === label[row]) - Number(byModel[row] === label[row]));
    const { method, rows: judged, refused, values: [, rules], } = compare(task, [
        { name: "the model", choice: byModel },
        { name: "its rules", choice: byRules },
    ]);
    return {
        rows,
        agreement: blockRatio(same, blocks, wilsonInterval(same.reduce((sum, one) => sum + one, 0), rows), random.fork("agreement")),
        modelAccuracy: right(byModel) / rows,
        rulesAccuracy: right(byRules) / rows,
        accuracyDifference: pairedTest(difference, { blocks }).difference,
        costAgainstModel: {
            latencyMs: negative(rules.saved.latencyMs),
            costUsd: negative(rules.saved.costUsd),
        },
        method,
        judged,
        refused,
    };
}
function compare({ observed, both, cells, blocks, seed }, policies) {
    const options = {
        reference: policies[0].name,
        random: createRandom(seed).fork("rules against model"),
    };
    return both
        ? comparePoliciesExactly(both, policies, blocks, options)
        : comparePoliciesByMatching(observed, policies, { cellOfRow: cells.codeOfRow, cellCount: cells.codeCount, ...blocks }, options);
}
function negative({ estimate, low, high, level }) {
    // Adding 0 makes -0 the 0 it is.
    return { estimate: -estimate + 0, low: -high + 0, high: -low + 0, level };
}
/**
 * "The rules send 98.31 [97.92, 98.60] % of 17,633 held-out requests where the model sends them;
 * following them costs ..."
 */
export function rulesVerdict(value, simulated) {
    const percent = (share) => (100 * share).toFixed(2);
    const interval = (value, scale, digits) => {
        const [middle, from, to] = [value.estimate, value.low, value.high].map((n) => (n * scale).toFixed(digits).replace(/^-(0(\.0+)?)$/, "$1"));
        return isKnown(value) ? `${middle} [${from}, ${to}]` : `${middle} [not known]`;
    };
    return (`The rules send ${interval(value.agreement, 100, 2)} % of ` +
        `${value.rows.toLocaleString("en")} held-out ${simulated ? "simulated " : ""}requests ` +
        "where the model sends them " +
        `(accuracy ${percent(value.rulesAccuracy)} % against the model's ` +
        `${percent(value.modelAccuracy)} %: ${interval(value.accuracyDifference, 100, 2)} ` +
        "points). " +
        `Against the model they cost ${interval(value.costAgainstModel.latencyMs, 1, 1)} ms a ` +
        `request and ${interval(value.costAgainstModel.costUsd, 1e6, 2)} USD per million ` +
        "requests more (below zero: less).");
}
//# sourceMappingURL=rules-value.js.map