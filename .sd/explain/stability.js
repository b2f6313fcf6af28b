import { authorSplit, evaluateOnSplit } from "../models/index.js";
import { selectRows } from "../requests/index.js";
import { rankCorrelation } from "../statistics/index.js";
import { importanceInterval } from "./importance-interval.js";
import { inputImportance } from "./input-importance.js";
import { ROUTER_INPUTS } from "./router-inputs.js";
/**
 * How far importance depends on chance: trains and explains again with other seeds on the same
 * split, and with the first seed on splits drawn by other seeds. The first run of each model is
 * with the first seed on the first split.
 */
export async function importanceStability({ families, table, requests, order, optionsOf = {} }, { seed, repeats = 5, onProgress, }) {
    const others = Array.from({ length: repeats - 1 }, (_, i) => seed + 1 + i);
    const plan = [
        { varied: "seed", seed },
        ...others.map((other) => ({ varied: "seed", seed: other })),
        ...others.map((other) => ({ varied: "split", seed: other })),
    ];
    const runs = [];
    for (const [f, family] of families.entries()) {
        let first = null;
        for (const [p, { varied, seed: changed }] of plan.entries()) {
            onProgress?.((f + p / plan.length) / families.length, family.title);
            const split = authorSplit(table.label, varied === "split" ? changed : seed, order);
            const fitSeed = varied === "seed" ? changed : seed;
            const { classifier, test } = await evaluateOnSplit(family, table, split, {
                seed: fitSeed,
                ...optionsOf[family.kind],
            });
            const { groups } = inputImportance(classifier, selectRows(requests, split.test), Uint8Array.from(split.test, (row) => table.label[row]), { seed });
            const drops = ROUTER_INPUTS.map((input) => importanceInterval(groups.find(({ name }) => name === input).accuracy).estimate);
            first ??= drops;
            runs.push({
                title: family.title,
                varied,
                seed: changed,
                accuracy: test.accuracy,
                drops,
                agreement: rankCorrelation(drops, first),
            });
        }
    }
    return runs;
}
/** Drops below this are rounding. */
const ROUNDING = 1e-12;
const leastOf = (values) => values.length > 0 ? Math.min(...values) : NaN;
/** One line a model and thing varied. */
export function summariseStability(runs) {
    const titles = [...new Set(runs.map(({ title }) => title))];
    return titles.flatMap((title) => ["seed", "split"].map((varied) => {
        const own = runs.filter((run) => run.title === title);
        const some = own.filter((run, r) => r === 0 || run.varied === varied);
        const byInput = ROUTER_INPUTS.map((_, i) => some.map(({ drops }) => drops[i]));
        const accuracies = some.map(({ accuracy }) => accuracy);
        return {
            title,
            varied,
            runs: some.length,
            lowestAccuracy: Math.min(...accuracies),
            highestAccuracy: Math.max(...accuracies),
            lowestAgreement: leastOf(some.map(({ agreement }) => agreement).filter(Number.isFinite)),
            tops: [
                ...new Set(some
                    .filter(({ drops }) => Math.max(...drops) > ROUNDING)
                    .map(({ drops }) => ROUTER_INPUTS[drops.indexOf(Math.max(...drops))])),
            ],
            meanDrop: byInput.map((drops) => drops.reduce((sum, value) => sum + value, 0) / drops.length),
            lowestDrop: byInput.map((drops) => Math.min(...drops)),
            highestDrop: byInput.map((drops) => Math.max(...drops)),
        };
    }));
}
//# sourceMappingURL=stability.js.map