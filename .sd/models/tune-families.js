import { takeBlocks } from "../statistics/index.js";
import { compareClassifiers } from "./compare.js";
import { evaluateOnSplit, predictDistinct, takeTrainingRows } from "./evaluate.js";
import { foldBySplits } from "./fold-by-splits.js";
import { candidateOptions, successiveHalving } from "./successive-halving.js";
/**
 * The study's fixed budgets, by kind. A network costs as much as a hundred boostings, so it gets
 * the fewest trials.
 */
export const SEARCH_SPACES = {
    "random-forest": {
        grid: { maxDepth: [4, 8, 16], minSamplesLeaf: [1, 20], maxFeatures: ["sqrt", "all"] },
        budget: 9,
        folds: 3,
    },
    "gradient-boosting": {
        grid: { learningRate: [0.05, 0.1, 0.3], maxDepth: [3, 6], lambda: [1, 10] },
        budget: 9,
        folds: 3,
    },
    "neural-network": {
        grid: { hiddenLayers: [[32], [32, 16]] },
        budget: 3,
        folds: 2,
        duringSearch: { maxRounds: 10 },
    },
    "logistic-regression": { grid: { C: [0.001, 0.01, 0.1, 10, 100, 1000] }, budget: 7, folds: 3 },
};
/**
 * Searches the options of each family by successive halving on the training part alone, the
 * defaults among the candidates, then asks the validation part whether the winner beats the
 * defaults beyond chance. The test part is not looked at. Throws for a family without a search
 * space.
 */
export async function tuneFamilies(families, data, split, { seed, spaces = SEARCH_SPACES, blocks, onProgress, }) {
    if (split.validation.length === 0)
        throw new RangeError(`the split "${split.name}" has no validation part to judge a search by`);
    const folded = foldBySplits(data, [split]);
    const train = takeTrainingRows(data, split.train);
    const tunings = [];
    for (const [f, family] of families.entries()) {
        const space = spaces[family.kind];
        if (!space)
            throw new Error(`there is no search space for "${family.kind}"; there are ` +
                `${Object.keys(spaces).join(", ")}`);
        const candidates = [
            {},
            ...candidateOptions(space.grid, space.budget - 1, seed),
        ];
        const search = await successiveHalving(family, train, candidates.map((options) => ({ ...space.duringSearch, ...options })), {
            folds: space.folds,
            seed,
            control: {
                onProgress: (share) => onProgress?.((f + share) / families.length, family.title),
            },
        });
        const withoutFixed = (options) => Object.fromEntries(Object.entries(options).filter(([name]) => !(name in (space.duringSearch ?? {}))));
        const best = withoutFixed(search.best);
        const againstDefaults = Object.keys(best).length === 0
            ? null
            : await compareOnValidation({
                family,
                folded: { data: folded.data, split: folded.splits[0] },
                rows: takeTrainingRows(data, split.validation),
                blocks: blocks && takeBlocks(blocks, split.validation),
                options: { seed, ...best },
            });
        tunings.push({
            kind: family.kind,
            title: family.title,
            best,
            winner: optionWords(best),
            againstDefaults,
            trials: search.trials.map(({ options, ...trial }) => ({
                title: family.title,
                options: optionWords(withoutFixed(options)),
                ...trial,
            })),
            adopted: againstDefaults && againstDefaults.difference.low > 0 ? best : {},
        });
    }
    return tunings;
}
/** The adopted options by kind, as `trainFamilies` and `generalisation` take them. */
export function adoptedOptions(tunings) {
    return Object.fromEntries(tunings.map(({ kind, adopted }) => [kind, adopted]));
}
/** Fits on folded rows, which is sooner done, and compares on the rows themselves. */
async function compareOnValidation({ family, folded: { data, split }, rows: { features, label }, blocks, options, }) {
    const judged = { ...split, test: split.validation };
    const [winner, defaults] = await Promise.all([options, { seed: options.seed }].map(async (chosen) => {
        const { classifier } = await evaluateOnSplit(family, data, judged, chosen);
        return predictDistinct(classifier, features);
    }));
    return compareClassifiers(label, winner, defaults, { blocks });
}
function optionWords(options) {
    return (Object.entries(options)
        .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join("-") : String(value)}`)
        .join(", ") || "defaults");
}
//# sourceMappingURL=tune-families.js.map