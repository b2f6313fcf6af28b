import { codeRows } from "../statistics/index.js";
/** @param columnCodes the columns of `features` coded one by one, in their order */
export function viewGroup(features, columnCodes, names) {
    for (const name of names)
        if (!features.names.includes(name))
            throw new Error(`the table has no feature "${name}" to permute; it has ${features.names.join(", ")}`);
    const inGroup = features.names.map((name) => names.includes(name));
    const code = (wanted) => combineCodes(columnCodes.filter((_, f) => inGroup[f] === wanted), features.rowCount);
    return { inGroup, rest: code(false), group: code(true) };
}
/**
 * Codes of the combinations of coded columns; one that tells all rows apart already says it all.
 */
function combineCodes(columns, rowCount) {
    const finest = columns.find(({ codeCount }) => codeCount === rowCount);
    return (finest ??
        codeRows(columns.map(({ codeOfRow }) => codeOfRow), rowCount));
}
/** Rows a prediction is asked for at once: enough to be quick, few enough to be small. */
const CHUNK = 1 << 16;
/**
 * Up to this many possible pairs a table finds the ones that were met before (32 MB); beyond,
 * hardly any is met twice.
 */
const MOST_TABLED = 1 << 23;
/**
 * Answers of a model to pairs of a rest and a group; each distinct pair is asked once where there
 * are few enough to tell.
 */
export class PairPredictions {
    classifier;
    features;
    view;
    mixedPredictor;
    placeOfPair;
    /** A row of the table with the pair's rest, and one with its group. */
    restRow = new Uint32Array(1024);
    groupRow = new Uint32Array(1024);
    count = 0;
    predicted = new Float64Array(0);
    /** @param mixedPredictor gives the classifier's for this table, if it has one */
    constructor(classifier, features, view, mixedPredictor) {
        this.classifier = classifier;
        this.features = features;
        this.view = view;
        this.mixedPredictor = mixedPredictor;
        const pairs = view.rest.codeCount * view.group.codeCount;
        this.placeOfPair = pairs <= MOST_TABLED ? new Int32Array(pairs).fill(-1) : null;
    }
    /** Whether a pair that was met before is found again. */
    get distinct() {
        return this.placeOfPair !== null;
    }
    /** The place of a pair's prediction, to be read with `at` once `predict` was called. */
    place(rest, group) {
        const pair = rest * this.view.group.codeCount + group;
        if (this.placeOfPair && this.placeOfPair[pair] >= 0)
            return this.placeOfPair[pair];
        if (this.placeOfPair)
            this.placeOfPair[pair] = this.count;
        if (this.count === this.restRow.length) {
            this.restRow = doubled(this.restRow);
            this.groupRow = doubled(this.groupRow);
        }
        this.restRow[this.count] = this.view.rest.firstRow[rest];
        this.groupRow[this.count] = this.view.group.firstRow[group];
        return this.count++;
    }
    /** Asks the model for every pair that has a place. */
    predict() {
        this.predicted = new Float64Array(this.count);
        // Preparing the whole table pays where there are as many pairs as it has rows.
        const predictMixed = this.count >= this.features.rowCount ? this.mixedPredictor() : null;
        for (let from = 0; from < this.count; from += CHUNK) {
            const rowCount = Math.min(CHUNK, this.count - from);
            if (predictMixed) {
                this.predicted.set(predictMixed(this.view.inGroup, this.restRow.subarray(from, from + rowCount), this.groupRow.subarray(from, from + rowCount)), from);
                continue;
            }
            const columns = this.features.columns.map((column, f) => {
                const source = this.view.inGroup[f] ? this.groupRow : this.restRow;
                const values = new Float64Array(rowCount);
                for (let i = 0; i < rowCount; i++)
                    values[i] = column[source[from + i]];
                return values;
            });
            this.predicted.set(this.classifier.predictProbability({ ...this.features, rowCount, columns }), from);
        }
    }
    at(place) {
        return this.predicted[place];
    }
}
function doubled(rows) {
    const larger = new Uint32Array(2 * rows.length);
    larger.set(rows);
    return larger;
}
//# sourceMappingURL=permutation-pairs.js.map