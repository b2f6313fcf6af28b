import { createRandom } from "../statistics/index.js";
import { checkShares, DEFAULT_SHARES, sharesName } from "./split.js";
/**
 * Splits rows at random so that each part has the same share of each class, to the row: within each
 * class the rows are shuffled and cut at the cumulated shares, rounded. Rows come back in ascending
 * order. `authorSplit` gives scikit-learn's own rows instead.
 */
export function stratifiedSplit(label, shares = DEFAULT_SHARES, seed = 42) {
    checkShares(shares);
    const random = createRandom(seed).fork("stratified-split");
    const train = [];
    const validation = [];
    const test = [];
    for (const rows of shuffledClasses(label, random)) {
        const first = Math.round(rows.length * shares.train);
        const second = Math.round(rows.length * (shares.train + shares.validation));
        const third = Math.round(rows.length * Math.min(1, shares.train + shares.validation + shares.test));
        for (let i = 0; i < third; i++)
            (i < first ? train : i < second ? validation : test).push(rows[i]);
    }
    if (train.length === 0 || test.length === 0)
        throw new RangeError(`${label.length} rows are too few for a ${sharesName(shares)} split`);
    return {
        name: `stratified ${sharesName(shares)}`,
        train: ascending(train),
        validation: ascending(validation),
        test: ascending(test),
    };
}
/**
 * Stratified k-fold: each row is in the test part of exactly one of `folds` splits, and each test
 * part has its share of each class, to the row. There is no validation part. Throws where a class
 * has fewer rows than there are folds.
 */
export function stratifiedFolds(label, folds, seed = 42) {
    if (!(Number.isInteger(folds) && folds >= 2))
        throw new RangeError(`a number of folds is 2 or more, not ${folds}`);
    const random = createRandom(seed).fork("stratified-folds");
    const foldOfRow = new Uint32Array(label.length);
    // Dealing goes on where the class before it stopped, so that the folds are equally large, too.
    let next = 0;
    for (const rows of shuffledClasses(label, random)) {
        if (rows.length > 0 && rows.length < folds)
            throw new RangeError(`${folds} folds need ${folds} rows of each class, and label ${label[rows[0]]} has ` +
                `${rows.length}`);
        for (const row of rows)
            foldOfRow[row] = next++ % folds;
    }
    return splitsByFold(foldOfRow, folds, (fold) => `fold ${fold + 1} of ${folds}`);
}
/** One split a fold, its rows the test part, every other row in training. */
export function splitsByFold(foldOfRow, folds, nameOf) {
    return Array.from({ length: folds }, (_, fold) => {
        const train = [];
        const test = [];
        for (let row = 0; row < foldOfRow.length; row++)
            (foldOfRow[row] === fold ? test : train).push(row);
        return {
            name: nameOf(fold),
            train: Uint32Array.from(train),
            validation: new Uint32Array(0),
            test: Uint32Array.from(test),
        };
    });
}
function shuffledClasses(label, random) {
    const classes = [[], []];
    for (let row = 0; row < label.length; row++) {
        if (label[row] > 1)
            throw new RangeError(`row ${row} has label ${label[row]}; leave rows without a label out before splitting`);
        classes[label[row]].push(row);
    }
    return [
        random.shuffle(Uint32Array.from(classes[0])),
        random.shuffle(Uint32Array.from(classes[1])),
    ];
}
function ascending(rows) {
    return Uint32Array.from(rows).sort();
}
//# sourceMappingURL=stratified-split.js.map