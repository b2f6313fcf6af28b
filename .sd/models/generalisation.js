import { codeColumn, codeRows } from "../statistics/index.js";
import { authorSplit } from "./author-split.js";
import { evaluateOnSplit } from "./evaluate.js";
import { foldBySplits } from "./fold-by-splits.js";
import { forwardInTime, groupFolds, leaveOneGroupOut } from "./group-splits.js";
import { stratifiedFolds } from "./stratified-split.js";
/** The columns whose values are left out one at a time, and how the question is put. */
const LEFT_OUT = [
    { column: "time_window_encoded", question: "one time window" },
    { column: "load_pattern_encoded", question: "one load pattern" },
    { column: "payload_size_kb", question: "one payload size" },
];
const FOLDS = 5;
const BLOCKS_FORWARD = 4;
/**
 * Trains on some rows and tests on others, question by question: the author's 60/20/20, five
 * stratified folds, whole context cells in five folds, each time window, load pattern and payload
 * size in turn, and forward in time. Questions the data cannot ask (a column they do not have or
 * that never varies, too few rows or cells) are left out, and so are splits whose training part has
 * one class only. Rows are folded to weighted ones first.
 */
export async function generalisation(families, data, keys, { seed, optionsOf = {}, onProgress, }) {
    const questions = questionsOf(data, keys, seed);
    const fits = families.length * questions.reduce((sum, { splits }) => sum + splits.length, 0);
    const results = [];
    let done = 0;
    for (const { question, random, splits } of questions) {
        const folded = foldBySplits(data, splits);
        const asked = folded.splits.filter(({ train }) => hasBothClasses(folded.data.label, train));
        const seen = asked.map((split) => seenRows(folded.data, split));
        for (const { kind, title, ...family } of families) {
            const evaluations = [];
            for (const split of asked) {
                evaluations.push(await evaluateOnSplit({ kind, title, ...family }, folded.data, split, {
                    seed,
                    ...optionsOf[kind],
                }));
                onProgress?.(++done / fits);
            }
            done += splits.length - asked.length;
            if (evaluations.length > 0)
                results.push({
                    question,
                    random,
                    kind,
                    title,
                    ...weightedMeans(evaluations, seen),
                    splits: evaluations.length,
                });
        }
    }
    return results;
}
function questionsOf(data, { cellOfRow, timestampMs, order }, seed) {
    const { features, label } = data;
    const cells = codeColumn(cellOfRow, features.rowCount);
    const cellFolds = Math.min(FOLDS, cells.codeCount);
    const questions = [];
    const ask = (question, random, splits) => {
        try {
            questions.push({ question, random, splits: splits() });
        }
        catch (error) {
            // Too few rows for a split is a finding about the data, not a reason to stop.
            if (!(error instanceof RangeError))
                throw error;
        }
    };
    ask("random rows, the author's 60/20/20", true, () => [authorSplit(label, seed, order)]);
    ask("random rows, five folds", true, () => stratifiedFolds(label, FOLDS, seed));
    if (cellFolds >= 2)
        ask("whole context cells", false, () => groupFolds(cells.codeOfRow, cellFolds, seed, "context cells"));
    for (const { column, question } of LEFT_OUT) {
        const index = features.names.indexOf(column);
        if (index >= 0)
            ask(question, false, () => leaveOneGroupOut(codeColumn(features.columns[index]).codeOfRow));
    }
    if (timestampMs)
        ask("forward in time", false, () => forwardInTime(timestampMs, BLOCKS_FORWARD));
    return questions;
}
function hasBothClasses(label, rows) {
    return rows.some((row) => label[row] === 1) && rows.some((row) => label[row] === 0);
}
/** Weight of the test rows whose vector is among the training rows. */
function seenRows({ features, weight }, { train, test }) {
    const { codeOfRow, codeCount } = codeRows(features.columns, features.rowCount);
    const known = new Uint8Array(codeCount);
    for (const row of train)
        known[codeOfRow[row]] = 1;
    return test.reduce((sum, row) => sum + known[codeOfRow[row]] * (weight ? weight[row] : 1), 0);
}
function weightedMeans(evaluations, seen) {
    const rows = evaluations.reduce((sum, { test }) => sum + test.weight, 0);
    const tested = evaluations.map(({ test }) => test.accuracy);
    const mean = (of) => evaluations.reduce((sum, e) => sum + of(e) * e.test.weight, 0) / rows;
    const largerClass = ({ test }) => Math.max(test.classes[0].support, test.classes[1].support) / test.weight;
    const train = mean((e) => e.train.accuracy);
    const test = mean((e) => e.test.accuracy);
    return {
        train,
        test,
        gap: train - test,
        lowest: Math.min(...tested),
        highest: Math.max(...tested),
        constant: mean(largerClass),
        seenShare: seen.reduce((sum, count) => sum + count, 0) / rows,
    };
}
//# sourceMappingURL=generalisation.js.map