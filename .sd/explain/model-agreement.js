import { rankCorrelation } from "../statistics/index.js";
import { importanceInterval } from "./importance-interval.js";
import { shapleyAgreement } from "./shapley-agreement.js";
/** Every pair of models in their order. Throws where they explain or answer different rows. */
export function modelAgreement(models, { seed, threshold = 0.5 }) {
    return models.flatMap((first, i) => models.slice(i + 1).map((second) => ({
        a: first.title,
        b: second.title,
        permutation: rankCorrelation(dropsOf(first), dropsOf(second)),
        identicalShare: shareAlike(first.probability, second.probability, threshold),
        ...shapleyAgreement(first.shapley, second.shapley, { seed }),
    })));
}
/**
 * How often each model answers as a lookup does, or any other classifier, on the same held-out
 * rows.
 */
export function sharesAlike(models, lookup, threshold = 0.5) {
    return models.map(({ title, probability }) => ({
        title,
        identicalShare: shareAlike(probability, lookup, threshold),
    }));
}
function shareAlike(first, second, threshold) {
    if (first.length !== second.length)
        throw new RangeError(`${first.length} answers beside ${second.length}; agreement is on the same rows`);
    return (first.reduce((count, p, row) => count + Number(p > threshold === second[row] > threshold), 0) /
        first.length);
}
function dropsOf({ importance }) {
    return importance.groups.map(({ accuracy }) => importanceInterval(accuracy).estimate);
}
//# sourceMappingURL=model-agreement.js.map