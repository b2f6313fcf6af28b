import { bestLookup, foldDistinct } from "../attainability/index.js";
import { takeColumns } from "../features/index.js";
import { checkTrainingData, columnsOf } from "./training-data.js";
/** The floor of floors: the share of label 1 in training, whatever the request. */
export const constantBaseline = {
    kind: "constant",
    title: "Constant",
    defaults: { seed: 42 },
    async fit(data) {
        const { weight, positiveWeight } = checkTrainingData(data);
        return new ConstantClassifier(positiveWeight / weight);
    },
};
/**
 * A lookup table over one to three features: the share of label 1 among the training rows with the
 * same values, and thus the larger class as the answer; values never seen together get the overall
 * share. Any model must beat it to be worth its keep.
 */
export const lookupBaseline = {
    kind: "lookup",
    title: "Lookup",
    defaults: { seed: 42, size: 1, features: null },
    async fit(data, options) {
        const { weight, positiveWeight } = checkTrainingData(data);
        const { size, features } = { ...lookupBaseline.defaults, ...options };
        if (!features && !(Number.isInteger(size) && size >= 1))
            throw new RangeError(`a lookup is made of 1 or more features, not ${size}`);
        const names = features
            ? [...features]
            : bestLookup(foldDistinct(data.features, data.label, data.weight), size).features;
        const table = takeColumns(data.features, names);
        const cells = foldDistinct(table, data.label, data.weight);
        const share = cells.rows.map((rows, cell) => rows > 0 ? cells.positives[cell] / rows : positiveWeight / weight);
        return new LookupClassifier(names, cells.features.columns, share, positiveWeight / weight);
    },
};
const LOOKUP_TITLES = ["Lookup of one column", "Lookup of two columns", "Lookup of three columns"];
/**
 * The lookup of the best `size` columns (1 to 3) as a family of its own, so that several stand side
 * by side.
 */
export function lookupOf(size) {
    const title = LOOKUP_TITLES[size - 1];
    if (!title)
        throw new RangeError(`a lookup here is of 1 to ${LOOKUP_TITLES.length} columns, not ${size}`);
    return {
        ...lookupBaseline,
        title,
        defaults: { ...lookupBaseline.defaults, size },
        fit: (data, options, control) => lookupBaseline.fit(data, { size, ...options }, control),
    };
}
export class ConstantClassifier {
    share;
    kind = "constant";
    featureNames = [];
    constructor(share) {
        this.share = share;
    }
    predictProbability(features) {
        return new Float64Array(features.rowCount).fill(this.share);
    }
    toArtefact() {
        return {
            kind: this.kind,
            formatVersion: 1,
            featureNames: [],
            header: { share: this.share },
            binary: new Uint8Array(0),
        };
    }
}
export class LookupClassifier {
    featureNames;
    keys;
    share;
    overall;
    kind = "lookup";
    shareOfKey;
    /**
     * @param keys one column a feature, one entry a cell @param share P(label = 1) of each cell
     * @param overall P(label = 1) of any other
     */
    constructor(featureNames, keys, share, overall) {
        this.featureNames = featureNames;
        this.keys = keys;
        this.share = share;
        this.overall = overall;
        this.shareOfKey = new Map(Array.from(share, (value, cell) => [keyAt(keys, cell), value]));
    }
    predictProbability(features) {
        const columns = columnsOf(this.featureNames, features);
        const probability = new Float64Array(features.rowCount);
        for (let row = 0; row < probability.length; row++)
            probability[row] = this.shareOfKey.get(keyAt(columns, row)) ?? this.overall;
        return probability;
    }
    toArtefact() {
        const cells = this.share.length;
        const numbers = new Float64Array((this.keys.length + 1) * cells);
        [...this.keys, this.share].forEach((column, c) => numbers.set(column, c * cells));
        return {
            kind: this.kind,
            formatVersion: 1,
            featureNames: this.featureNames,
            header: { cells, overall: this.overall },
            binary: new Uint8Array(numbers.buffer),
        };
    }
}
export function loadConstant(artefact) {
    return new ConstantClassifier(artefact.header.share);
}
export function loadLookup({ featureNames, header, binary }) {
    const cells = header.cells;
    const numbers = new Float64Array(binary.slice().buffer);
    const columns = Array.from({ length: featureNames.length + 1 }, (_, c) => numbers.slice(c * cells, (c + 1) * cells));
    return new LookupClassifier([...featureNames], columns.slice(0, -1), columns[columns.length - 1], header.overall);
}
/** A row's values as text; adding 0 makes -0 the 0 it equals. */
function keyAt(columns, row) {
    let key = "";
    for (const column of columns)
        key += `${column[row] + 0},`;
    return key;
}
//# sourceMappingURL=baselines.js.map