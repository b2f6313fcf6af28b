import { binValues } from "./binning.js";
import { bitsOf, knowPaths } from "./known-paths.js";
import { addLeafValuesTogether } from "./prediction-pool.js";
import { treeDepth } from "./tree.js";
import { columnsOf } from "./training-data.js";
/**
 * Bytes of codes that every tree passes over before the next ones are made: a tree is read into the
 * cache once for all of them.
 */
const CODES_AT_A_TIME = 1 << 20;
export function walkable(tree) {
    const { feature, code, missingLeft, left, value } = tree;
    const nodes = new Int32Array(new SharedArrayBuffer(8 * feature.length));
    const shared = new Float64Array(new SharedArrayBuffer(8 * feature.length));
    shared.set(value);
    for (let node = 0; node < feature.length; node++) {
        const leaf = feature[node] < 0;
        nodes[2 * node] = 2 * (leaf ? node : left[node]);
        nodes[2 * node + 1] = leaf
            ? 255
            : feature[node] * 512 + missingLeft[node] * 256 + ((code[node] + missingLeft[node]) & 255);
    }
    return { nodes, value: shared, depth: treeDepth(tree) };
}
/** Adds each row's leaf value to `sums`; `codes` holds `width` codes a row, row after row. */
export function addLeafValues({ nodes, value, depth }, codes, width, sums, from, count) {
    let i = 0;
    // Six rows at a time: while one waits for memory, the others move on.
    for (; i + 5 < count; i += 6) {
        const row0 = i * width;
        const row1 = row0 + width;
        const row2 = row1 + width;
        const row3 = row2 + width;
        const row4 = row3 + width;
        const row5 = row4 + width;
        let at0 = 0;
        let at1 = 0;
        let at2 = 0;
        let at3 = 0;
        let at4 = 0;
        let at5 = 0;
        for (let d = 0; d < depth; d++) {
            at0 = step(nodes, codes, at0, row0);
            at1 = step(nodes, codes, at1, row1);
            at2 = step(nodes, codes, at2, row2);
            at3 = step(nodes, codes, at3, row3);
            at4 = step(nodes, codes, at4, row4);
            at5 = step(nodes, codes, at5, row5);
        }
        const at = from + i;
        sums[at] += value[at0 >> 1];
        sums[at + 1] += value[at1 >> 1];
        sums[at + 2] += value[at2 >> 1];
        sums[at + 3] += value[at3 >> 1];
        sums[at + 4] += value[at4 >> 1];
        sums[at + 5] += value[at5 >> 1];
    }
    for (; i < count; i++) {
        let at = 0;
        for (let d = 0; d < depth; d++)
            at = step(nodes, codes, at, i * width);
        sums[from + i] += value[at >> 1];
    }
}
/** The same for the first `listed` of some rows only, counted from `from`. */
export function addListedLeafValues({ nodes, value, depth }, codes, width, sums, from, list, listed) {
    let i = 0;
    for (; i + 5 < listed; i += 6) {
        const row0 = list[i] * width;
        const row1 = list[i + 1] * width;
        const row2 = list[i + 2] * width;
        const row3 = list[i + 3] * width;
        const row4 = list[i + 4] * width;
        const row5 = list[i + 5] * width;
        let at0 = 0;
        let at1 = 0;
        let at2 = 0;
        let at3 = 0;
        let at4 = 0;
        let at5 = 0;
        for (let d = 0; d < depth; d++) {
            at0 = step(nodes, codes, at0, row0);
            at1 = step(nodes, codes, at1, row1);
            at2 = step(nodes, codes, at2, row2);
            at3 = step(nodes, codes, at3, row3);
            at4 = step(nodes, codes, at4, row4);
            at5 = step(nodes, codes, at5, row5);
        }
        sums[from + list[i]] += value[at0 >> 1];
        sums[from + list[i + 1]] += value[at1 >> 1];
        sums[from + list[i + 2]] += value[at2 >> 1];
        sums[from + list[i + 3]] += value[at3 >> 1];
        sums[from + list[i + 4]] += value[at4 >> 1];
        sums[from + list[i + 5]] += value[at5 >> 1];
    }
    for (; i < listed; i++) {
        let at = 0;
        for (let d = 0; d < depth; d++)
            at = step(nodes, codes, at, list[i] * width);
        sums[from + list[i]] += value[at >> 1];
    }
}
/** From a node to the child that a row goes to: places in `nodes`. */
function step(nodes, codes, at, row) {
    const test = nodes[at + 1];
    const code = (codes[row + (test >>> 9)] + ((test >>> 8) & 1)) & 255;
    return nodes[at] + ((((test & 255) - code) >>> 31) << 1);
}
/** Up to this many pairs of a row and a tree their paths are kept (96 MB) for mixed rows. */
const MOST_PATHS = 2 ** 23;
/** Steps (rows x depths of trees) from which on several threads predict together. */
const MUCH_WORK = 1e7;
/** For each row of a table, the sum over the trees of the leaf values it comes to. */
export class TreeWalker {
    trees;
    bins;
    stepsPerRow;
    constructor({ trees, bins }) {
        this.trees = trees.map(walkable);
        this.bins = bins;
        this.stepsPerRow = this.trees.reduce((sum, { depth }) => sum + depth, 0);
    }
    sumLeaves(featureNames, features) {
        const columns = columnsOf(featureNames, features);
        const width = columns.length;
        return this.sumCoded(features.rowCount, width, (codes, from, count) => columns.forEach((column, f) => binValues(column, this.bins[f], codes, from, count, f, width)));
    }
    /** The same for rows put together from two rows of one table, whose values are coded but once. */
    mixedSums(featureNames, features) {
        const columns = columnsOf(featureNames, features);
        const width = columns.length;
        const coded = new Uint8Array(features.rowCount * width);
        columns.forEach((column, f) => binValues(column, this.bins[f], coded, 0, features.rowCount, f, width));
        const paths = features.rowCount * this.trees.length <= MOST_PATHS
            ? knowPaths(this.trees, coded, width, features.rowCount)
            : null;
        return (fromSecond, first, second) => {
            const replaced = Uint32Array.from(columns.keys()).filter((f) => fromSecond[features.names.indexOf(featureNames[f])]);
            const replacedBits = bitsOf(replaced);
            const mixed = paths &&
                ((from, count) => ({
                    paths,
                    first: shared(first.subarray(from, from + count)),
                    replaced: replacedBits,
                }));
            return this.sumCoded(first.length, width, (codes, from, count) => mixCodes(coded, width, replaced, first, second, codes, from, count), mixed);
        };
    }
    sumCoded(rowCount, width, writeCodes, mixedRows = null) {
        const sums = new Float64Array(rowCount);
        const block = Math.min(rowCount, Math.max(64, Math.floor(CODES_AT_A_TIME / width)));
        const together = block * this.stepsPerRow >= MUCH_WORK;
        const codes = together
            ? new Uint8Array(new SharedArrayBuffer(block * width))
            : new Uint8Array(block * width);
        const sharedSums = together ? new Float64Array(new SharedArrayBuffer(8 * block)) : null;
        for (let from = 0; from < rowCount; from += block) {
            const count = Math.min(block, rowCount - from);
            writeCodes(codes, from, count);
            if (sharedSums) {
                sharedSums.fill(0);
                addLeafValuesTogether(this.trees, codes, width, sharedSums, count, mixedRows && mixedRows(from, count));
                sums.set(sharedSums.subarray(0, count), from);
            }
            else
                for (const tree of this.trees)
                    addLeafValues(tree, codes, width, sums, from, count);
        }
        return sums;
    }
}
function shared(values) {
    const copy = new Uint32Array(new SharedArrayBuffer(values.byteLength));
    copy.set(values);
    return copy;
}
function mixCodes(coded, width, replaced, first, second, codes, from, count) {
    for (let i = 0, at = 0; i < count; i++, at += width) {
        const source = first[from + i] * width;
        const other = second[from + i] * width;
        for (let f = 0; f < width; f++)
            codes[at + f] = coded[source + f];
        for (let k = 0; k < replaced.length; k++)
            codes[at + replaced[k]] = coded[other + replaced[k]];
    }
}
//# sourceMappingURL=tree-prediction.js.map