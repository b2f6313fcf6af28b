import { MISSING_CODE } from "./binning.js";
import { partition } from "./partition.js";
import { TreeBuilder } from "./tree.js";
/**
 * A sample's row carries its count and its number of positives in one Float64, count + positives *
 * 2^26: one addition a row and column fills both histograms. Sums are whole numbers below 2^52,
 * hence exact and in any order the same.
 */
export const MOST_SAMPLES = 2 ** 26 - 1;
const POSITIVE = 2 ** 26;
const PER_POSITIVE = 1 / POSITIVE;
/** Nodes of at most this many distinct rows are sorted, not counted into 256 bins. */
const FEW_ROWS = 40;
/** Features whose histograms are filled in one pass over a node's rows. */
const BATCH = 3;
/** A row's count and positives in one number, as the histograms add them up. */
export function packCounts(count, positives) {
    return count + positives * POSITIVE;
}
/** Grows Gini trees on bootstrap samples of one table, one after the other, in the same memory. */
export class ForestTreeGrower {
    table;
    options;
    rows;
    counts;
    spareRows;
    spareCounts;
    histogram = new Float64Array(BATCH * 256);
    smallCodes = new Int32Array(FEW_ROWS);
    smallCounts = new Float64Array(FEW_ROWS);
    order;
    /** The best split of the node at hand. */
    bestGain = -Infinity;
    bestFeature = -1;
    bestCode = 0;
    bestMissingLeft = false;
    bestLeft = 0;
    constructor(table, options) {
        this.table = table;
        this.options = options;
        const size = table.rowCount + 1;
        this.rows = new Int32Array(size);
        this.counts = new Float64Array(size);
        this.spareRows = new Int32Array(size);
        this.spareCounts = new Float64Array(size);
        this.order = Int32Array.from(table.codes, (_, f) => f);
    }
    /** @param sample how often each row of the table is in the sample, as `packCounts` gives it */
    grow(sample, random) {
        const { codes } = this.table;
        const { maxDepth, minSamplesSplit, minSamplesLeaf, classWeights, unitsPerRow } = this.options;
        const builder = new TreeBuilder();
        const sampled = this.takeSample(sample);
        this.order.forEach((_, f) => (this.order[f] = f));
        const stack = [{ node: 0, depth: 0, start: 0, end: sampled.rows, total: sampled.total }];
        for (let job = stack.pop(); job; job = stack.pop()) {
            const { node, depth, start, end, total } = job;
            const positive = Math.floor(total * PER_POSITIVE);
            const count = total - positive * POSITIVE;
            const weighted = positive * classWeights[1];
            const weight = weighted + (count - positive) * classWeights[0];
            builder.setLeaf(node, weight > 0 ? weighted / weight : 0.5, count / unitsPerRow);
            if (depth >= maxDepth ||
                count < minSamplesSplit ||
                count < 2 * minSamplesLeaf ||
                positive === 0 ||
                positive === count)
                continue;
            this.findSplit(start, end, total, random);
            if (this.bestFeature < 0)
                continue;
            const left = builder.setSplit(node, this.bestFeature, this.bestCode, this.bestMissingLeft);
            const leftTotal = this.bestLeft;
            const middle = partition(codes[this.bestFeature], this.bestCode, this.bestMissingLeft ? 1 : 0, this.rows, this.counts, this.spareRows, this.spareCounts, start, end);
            stack.push({
                node: left + 1,
                depth: depth + 1,
                start: middle,
                end,
                total: total - leftTotal,
            });
            stack.push({ node: left, depth: depth + 1, start, end: middle, total: leftTotal });
        }
        return builder.finish();
    }
    takeSample(sample) {
        const { rows, counts } = this;
        let taken = 0;
        let total = 0;
        for (let row = 0; row < sample.length; row++) {
            const count = sample[row];
            // Written in any case, kept if it counts: chance decides, and a branch would be mispredicted.
            rows[taken] = row;
            counts[taken] = count;
            taken += count > 0 ? 1 : 0;
            total += count;
        }
        return { rows: taken, total };
    }
    /**
     * Looks at features in random order until enough of them were not constant in the node; the first
     * of equal splits wins.
     */
    findSplit(start, end, total, random) {
        const { codes, bins } = this.table;
        const { candidates } = this.options;
        const { order } = this;
        this.bestGain = -Infinity;
        this.bestFeature = -1;
        for (let looked = 0, seen = 0; looked < order.length && seen < candidates;) {
            const batch = Math.min(BATCH, candidates - seen, order.length - looked);
            for (let i = looked; i < looked + batch; i++) {
                const swap = i + random.integer(order.length - i);
                const feature = order[swap];
                order[swap] = order[i];
                order[i] = feature;
            }
            const few = end - start <= FEW_ROWS;
            if (!few)
                this.fillHistograms(looked, batch, start, end);
            for (let i = 0; i < batch; i++) {
                const feature = order[looked + i];
                let varied;
                if (few && !bins[feature].hasMissing)
                    varied = this.searchSorted(feature, codes[feature], start, end, total);
                else {
                    if (few)
                        this.fillHistogram(feature, 256 * i, start, end);
                    varied = this.searchHistogram(feature, 256 * i, total);
                }
                if (varied)
                    seen++;
            }
            looked += batch;
        }
    }
    fillHistograms(first, batch, start, end) {
        const { order, histogram, rows, counts } = this;
        const { codes } = this.table;
        if (batch < BATCH)
            for (let i = 0; i < batch; i++)
                this.fillHistogram(order[first + i], 256 * i, start, end);
        else {
            histogram.fill(0);
            countThreeColumns(codes[order[first]], codes[order[first + 1]], codes[order[first + 2]], rows, counts, start, end, histogram);
        }
    }
    fillHistogram(feature, offset, start, end) {
        this.histogram.fill(0, offset, offset + 256);
        countColumn(this.table.codes[feature], offset, this.rows, this.counts, start, end, this.histogram);
    }
    searchHistogram(feature, offset, total) {
        const { edges, hasMissing } = this.table.bins[feature];
        const missing = hasMissing ? this.histogram[offset + MISSING_CODE] : 0;
        const varied = this.scan(feature, offset, edges.length + 1, 0, missing, total);
        // Missing values on the left, too, unless there is none or nothing else.
        if (missing > 0 && missing < total)
            this.scan(feature, offset, edges.length + 1, missing, 0, total);
        return varied;
    }
    /**
     * Every split of a histogram. A threshold between two bins that hold rows is put half way, as
     * others do with values.
     * @param onLeft what goes left from the start @param onRight what goes right in the end: the
     *   missing values, either way
     */
    scan(feature, offset, binTotal, onLeft, onRight, total) {
        const { histogram } = this;
        const { minSamplesLeaf, classWeights: [negativeWeight, positiveWeight], } = this.options;
        const positive = Math.floor(total * PER_POSITIVE);
        const count = total - positive * POSITIVE;
        let left = onLeft;
        let last = -1;
        let gain = this.bestGain;
        let from = -1;
        let to = 0;
        let best = 0;
        let filled = 0;
        for (let bin = 0; bin <= binTotal; bin++) {
            const here = bin < binTotal ? histogram[offset + bin] : onRight;
            if (here === 0)
                continue;
            filled++;
            if (last >= 0) {
                const g = splitGain(left, positive, count, minSamplesLeaf, negativeWeight, positiveWeight);
                if (g > gain) {
                    gain = g;
                    from = last;
                    to = bin;
                    best = left;
                }
            }
            left += here;
            last = bin;
        }
        if (from >= 0)
            this.keep(gain, feature, to === binTotal ? binTotal - 1 : (from + to - 1) >> 1, onLeft > 0, best, total, onLeft + onRight > 0);
        return filled > 1;
    }
    /**
     * The same for few rows, none of them missing: sorted by insertion, neighbours with different
     * codes compared.
     */
    searchSorted(feature, codes, start, end, total) {
        const { smallCodes, smallCounts } = this;
        const size = end - start;
        for (let i = 0; i < size; i++) {
            const code = codes[this.rows[start + i]];
            const count = this.counts[start + i];
            let at = i;
            for (; at > 0 && smallCodes[at - 1] > code; at--) {
                smallCodes[at] = smallCodes[at - 1];
                smallCounts[at] = smallCounts[at - 1];
            }
            smallCodes[at] = code;
            smallCounts[at] = count;
        }
        if (smallCodes[0] === smallCodes[size - 1])
            return false;
        const { minSamplesLeaf, classWeights: [negativeWeight, positiveWeight], } = this.options;
        const positive = Math.floor(total * PER_POSITIVE);
        const count = total - positive * POSITIVE;
        let left = smallCounts[0];
        let gain = this.bestGain;
        let found = -1;
        let best = 0;
        for (let i = 1; i < size; left += smallCounts[i++]) {
            if (smallCodes[i] === smallCodes[i - 1])
                continue;
            const g = splitGain(left, positive, count, minSamplesLeaf, negativeWeight, positiveWeight);
            if (g > gain) {
                gain = g;
                found = i;
                best = left;
            }
        }
        if (found >= 0)
            this.keep(gain, feature, (smallCodes[found - 1] + smallCodes[found] - 1) >> 1, false, best, total, false);
        return true;
    }
    keep(gain, feature, code, missingLeft, left, total, sawMissing) {
        this.bestGain = gain;
        this.bestFeature = feature;
        this.bestCode = code;
        this.bestLeft = left;
        // A node without missing values sends later ones where most of its rows went.
        this.bestMissingLeft = sawMissing ? missingLeft : samples(left) >= samples(total - left);
    }
}
/**
 * What a split takes off the node's Gini impurity, but for factors and terms that all its splits
 * share; -Infinity where a side is too small.
 */
function splitGain(left, positive, count, minSamplesLeaf, negativeWeight, positiveWeight) {
    const leftPositive = Math.floor(left * PER_POSITIVE);
    const leftCount = left - leftPositive * POSITIVE;
    const rightPositive = positive - leftPositive;
    const rightCount = count - leftCount;
    if (leftCount < minSamplesLeaf || rightCount < minSamplesLeaf)
        return -Infinity;
    const a = leftPositive * positiveWeight;
    const b = rightPositive * positiveWeight;
    return ((a * a) / ((leftCount - leftPositive) * negativeWeight + a) +
        (b * b) / ((rightCount - rightPositive) * negativeWeight + b));
}
function samples(packed) {
    return packed - Math.floor(packed * PER_POSITIVE) * POSITIVE;
}
function countColumn(codes, offset, rows, counts, start, end, histogram) {
    for (let i = start; i < end; i++)
        histogram[offset + codes[rows[i]]] += counts[i];
}
function countThreeColumns(codes0, codes1, codes2, rows, counts, start, end, histogram) {
    for (let i = start; i < end; i++) {
        const row = rows[i];
        const count = counts[i];
        const bin0 = codes0[row];
        const bin1 = 256 + codes1[row];
        const bin2 = 512 + codes2[row];
        histogram[bin0] += count;
        histogram[bin1] += count;
        histogram[bin2] += count;
    }
}
//# sourceMappingURL=forest-tree.js.map