import { binCount } from "./binning.js";
import { leafScale, sumLeaves } from "./boosting-leaves.js";
import { COLUMN_BYTES, GROUP_FEATURES, groupOf, histogramAt, ROOT_BYTES, SPLIT_BYTES, } from "./boosting-memory.js";
import { BoostingSplitFinder, unitsPerWeight, } from "./boosting-splits.js";
import { HistogramSlots, NO_SLOT } from "./histogram-slots.js";
import { TreeBuilder } from "./tree.js";
/**
 * Grows regression trees on histograms of gradients. Every thread runs the same steps with its own
 * rows (histograms, partitions, leaves) and its own features (adding the threads' histograms up,
 * searching), and all come to the same tree.
 */
export class BoostingTreeGrower {
    member;
    bins;
    options;
    finder;
    units;
    scale;
    memory;
    rows;
    spareRows;
    /**
     * @param weight the most that the rows' weights may add up to @param heaviestRow the most that
     * one may weigh
     */
    constructor(member, bins, options, weight, heaviestRow) {
        this.member = member;
        this.bins = bins;
        this.options = options;
        const { memory, thread } = member;
        this.memory = memory;
        this.units = unitsPerWeight(weight);
        this.scale = leafScale(weight, heaviestRow);
        this.finder = new BoostingSplitFinder(bins, member.whole, options, this.units);
        this.rows = memory.rows + 4 * thread * (memory.rowsPerThread + 16);
        this.spareRows = memory.spareRows + 4 * thread * (memory.rowsPerThread + 16);
    }
    /**
     * A tree on the rows of positive weight, split on some of the features only; each of those rows'
     * leaf value is added to its score.
     */
    grow(chosen) {
        // A constant cannot split; one feature is kept in any case, for its histogram to give the
        // root's sums.
        const features = chosen.filter((feature, i) => i === 0 || binCount(this.bins[feature]) > 1 || this.bins[feature].hasMissing);
        const builder = new TreeBuilder();
        const leaves = [];
        const waiting = [];
        const slots = new HistogramSlots(this.memory.slots);
        const own = this.member.ownFeatures(features);
        const groups = [...new Set(features.map((feature) => feature - (feature % GROUP_FEATURES)))];
        const root = {
            node: 0,
            depth: 0,
            start: 0,
            count: this.derive(),
            rowCount: 0,
            gradient: 0,
            hessian: 0,
            lowest: -Infinity,
            highest: Infinity,
            slot: NO_SLOT,
        };
        waiting.push({ small: root, large: null, parentSlot: NO_SLOT });
        while (waiting.length > 0) {
            const batch = slots.take(waiting);
            this.countRows(batch, groups);
            if (batch[0].small === root)
                this.shareRootSums(root, features[0]);
            this.member.wait();
            if (batch[0].small === root)
                this.readRootSums(root);
            const jobs = this.search(batch, own);
            this.member.wait();
            const splits = jobs.map((_, job) => this.bestSplit(job));
            jobs.forEach((job, j) => splits[j].feature >= 0 && this.splitRows(job, j, splits[j]));
            this.member.wait();
            jobs.forEach((job, j) => {
                if (splits[j].feature >= 0)
                    this.addChildren(job, j, splits[j], builder, slots, leaves, waiting);
                else {
                    slots.free(job.slot);
                    leaves.push(job);
                }
            });
        }
        this.finishLeaves(leaves, builder);
        return coverInnerNodes(builder.finish());
    }
    /**
     * Computes the derivatives of this thread's rows and lists those of positive weight; returns
     * their number.
     */
    derive() {
        const { scores, weights, positives, derivatives, packed } = this.memory;
        let listed = 0;
        this.member.forEachBlock((from, to) => (listed += this.member.kernel.derive(from, to, scores, weights, positives, derivatives, packed, this.units, this.rows + 4 * listed)));
        return listed;
    }
    /** What this thread's rows add up to, seen in the histogram of any one feature. */
    shareRootSums(root, feature) {
        const { whole, thread, numbers } = this.member;
        const from = (histogramAt(this.memory, thread, root.slot) + feature * COLUMN_BYTES) >> 2;
        let gradient = 0;
        let hessian = 0;
        for (let word = from; word < from + COLUMN_BYTES / 4; word += 2) {
            hessian += whole[word];
            gradient += whole[word + 1];
        }
        numbers.set([gradient, hessian, root.count], (this.memory.rootSums + thread * ROOT_BYTES) / 8);
    }
    readRootSums(root) {
        for (let thread = 0; thread < this.memory.threads; thread++) {
            const [gradient, hessian, count] = this.member.numbers.subarray((this.memory.rootSums + thread * ROOT_BYTES) / 8);
            root.gradient += gradient;
            root.hessian += hessian;
            root.rowCount += count;
        }
    }
    /** Fills, from this thread's rows, the histograms that cannot be had by subtraction. */
    countRows(batch, groups) {
        const { memory, member: { kernel, thread }, } = this;
        for (const { small, large, parentSlot } of batch) {
            for (const job of large && parentSlot === NO_SLOT ? [small, large] : [small]) {
                for (const group of groups) {
                    const histogram = histogramAt(memory, thread, job.slot) + group * COLUMN_BYTES;
                    kernel.clear(histogram, GROUP_FEATURES * COLUMN_BYTES);
                    kernel.countEight(this.rows + 4 * job.start, job.count, groupOf(memory, group), memory.packed, histogram);
                }
            }
        }
    }
    /**
     * Adds up the threads' histograms of this thread's features, takes them off their parents', and
     * publishes the best splits on them.
     */
    search(batch, own) {
        const { memory, member } = this;
        const { kernel } = member;
        const jobs = [];
        for (const { small, large, parentSlot } of batch) {
            const counted = large && parentSlot === NO_SLOT ? [small, large] : [small];
            const smallAt = histogramAt(memory, 0, small.slot);
            const parentAt = histogramAt(memory, 0, parentSlot);
            for (const feature of own) {
                const bytes = member.histogramBytes(feature);
                const column = feature * COLUMN_BYTES;
                for (const { slot } of counted)
                    for (let thread = 1; thread < memory.threads; thread++)
                        kernel.add(histogramAt(memory, 0, slot) + column, histogramAt(memory, thread, slot) + column, bytes);
                if (large && parentSlot !== NO_SLOT)
                    kernel.subtract(parentAt + column, smallAt + column, bytes);
            }
            jobs.push(small, ...(large ? [large] : []));
        }
        jobs.forEach((job, j) => this.publish(j, this.finder.find(histogramAt(memory, 0, job.slot), job, own)));
        return jobs;
    }
    publish(job, { gain, feature, code, missingLeft, gradient, hessian }) {
        const { splits, threads } = this.memory;
        this.member.numbers.set([gain, feature, code, missingLeft ? 1 : 0, gradient, hessian], (splits + (job * threads + this.member.thread) * SPLIT_BYTES) / 8);
    }
    /** The best of all threads' splits; of equal ones that on the lowest feature. */
    bestSplit(job) {
        const { splits, threads } = this.memory;
        const { numbers } = this.member;
        let best = -1;
        for (let thread = 0; thread < threads; thread++) {
            const at = (splits + (job * threads + thread) * SPLIT_BYTES) / 8;
            if (best < 0 ||
                numbers[at] > numbers[best] ||
                (numbers[at] === numbers[best] &&
                    numbers[at + 1] >= 0 &&
                    (numbers[best + 1] < 0 || numbers[at + 1] < numbers[best + 1])))
                best = at;
        }
        const [gain, feature, code, missingLeft, gradient, hessian] = numbers.subarray(best, best + 6);
        return { gain, feature, code, missingLeft: missingLeft === 1, gradient, hessian };
    }
    splitRows({ start, count }, job, { feature, code, missingLeft }) {
        const { memory, member, rows, spareRows } = this;
        const shift = missingLeft ? 1 : 0;
        const left = member.kernel.partition(rows + 4 * start, count, spareRows, memory.columns + feature * memory.rowCount, code + shift, shift);
        member.whole[(memory.wentLeft >> 2) + job * memory.threads + member.thread] = left;
    }
    addChildren(job, number, split, builder, slots, leaves, waiting) {
        const { depth, start, count, lowest, highest } = job;
        const { gradient, hessian, feature, code, missingLeft } = split;
        const { wentLeft, threads } = this.memory;
        const node = builder.setSplit(job.node, feature, code, missingLeft);
        const counts = this.member.whole.subarray((wentLeft >> 2) + number * threads, (wentLeft >> 2) + (number + 1) * threads);
        const ownLeft = counts[this.member.thread];
        const rowsLeft = counts.reduce((sum, rows) => sum + rows, 0);
        const left = {
            node,
            depth: depth + 1,
            start,
            count: ownLeft,
            rowCount: rowsLeft,
            gradient,
            hessian,
            lowest,
            highest,
            slot: NO_SLOT,
        };
        const right = {
            node: node + 1,
            depth: depth + 1,
            start: start + ownLeft,
            count: count - ownLeft,
            rowCount: job.rowCount - rowsLeft,
            gradient: job.gradient - gradient,
            hessian: job.hessian - hessian,
            lowest,
            highest,
            slot: NO_SLOT,
        };
        const direction = this.options.monotone ? this.options.monotone[feature] : 0;
        if (direction !== 0) {
            // Nothing below the one side may pass what the other side may reach: both stop half way.
            const middle = (this.finder.leafValue(gradient, hessian, lowest, highest) +
                this.finder.leafValue(right.gradient, right.hessian, lowest, highest)) /
                2;
            if (direction > 0)
                left.highest = right.lowest = middle;
            else
                left.lowest = right.highest = middle;
        }
        if (depth + 1 < this.options.maxDepth &&
            (this.finder.splittable(left) || this.finder.splittable(right))) {
            // Only the side with fewer rows, in all threads, is counted; the other is what is left of
            // their parent.
            const [small, large] = left.rowCount <= right.rowCount ? [left, right] : [right, left];
            waiting.push({ small, large, parentSlot: job.slot });
        }
        else {
            slots.free(job.slot);
            leaves.push(left, right);
        }
    }
    finishLeaves(leaves, builder) {
        const { kernel } = this.member;
        const { scores } = this.memory;
        const sums = sumLeaves(this.member, leaves, this.rows, this.scale);
        leaves.forEach(({ node, start, count, lowest, highest }, leaf) => {
            const { gradient, hessian, cover } = sums[leaf];
            const value = this.options.learningRate *
                this.finder.leafValue(gradient * this.units, hessian * this.units, lowest, highest);
            builder.setLeaf(node, value, cover);
            kernel.addToScores(this.rows + 4 * start, count, scores, value);
        });
    }
}
function coverInnerNodes(tree) {
    for (let node = tree.feature.length - 1; node >= 0; node--) {
        if (tree.feature[node] >= 0)
            tree.cover[node] = tree.cover[tree.left[node]] + tree.cover[tree.left[node] + 1];
    }
    return tree;
}
//# sourceMappingURL=boosting-tree.js.map