import { availableParallelism } from "node:os";
import { binTable } from "./binned-table.js";
import { MOST_SAMPLES } from "./forest-tree.js";
import { ForestTrainer, labelOfEntries, } from "./forest-training.js";
import { checkTrainingData, requireBothClasses, requireThat, } from "./training-data.js";
import { packEnsemble, unpackEnsemble } from "./tree-artefact.js";
import { TreeWalker } from "./tree-prediction.js";
import { breathe, runWorkers } from "./worker-pool.js";
/**
 * Random forest (Breiman, 2001) of Gini trees on 255 bins; its probability is the mean of the
 * leaves' shares, as in scikit-learn. Weights count rows: a row of weight w is bootstrapped as w
 * rows, and equal rows are folded, which changes nothing in distribution. A missing value goes to
 * the side that served the split best. Throws where only one class is present.
 */
export const randomForest = {
    kind: "random-forest",
    title: "Random forest",
    defaults: {
        seed: 42,
        nEstimators: 100,
        maxDepth: null,
        minSamplesSplit: 2,
        minSamplesLeaf: 1,
        maxFeatures: "sqrt",
        bootstrap: true,
        maxSamples: null,
        classWeight: null,
        oobScore: false,
    },
    async fit(data, options, control) {
        const chosen = { ...randomForest.defaults, ...options };
        const totals = checkTrainingData(data);
        requireBothClasses(totals, randomForest.title);
        checkOptions(chosen, data.features.names.length);
        control?.signal?.throwIfAborted();
        const table = binTable(data);
        const task = forestTask(table, chosen, totals);
        const { trees, outOfBag } = await growForest(task, chosen.nEstimators, control);
        const report = { outOfBag, trainingWeight: totals.weight, distinctRows: table.rowCount };
        return new RandomForestClassifier([...data.features.names], { bins: table.bins, trees }, report);
    },
};
export class RandomForestClassifier {
    featureNames;
    ensemble;
    report;
    kind = "random-forest";
    walker = null;
    constructor(featureNames, ensemble, report) {
        this.featureNames = featureNames;
        this.ensemble = ensemble;
        this.report = report;
    }
    predictProbability(features) {
        this.walker ??= new TreeWalker(this.ensemble);
        return this.meanOfTrees(this.walker.sumLeaves(this.featureNames, features));
    }
    mixedPredictor(features) {
        this.walker ??= new TreeWalker(this.ensemble);
        const sumLeaves = this.walker.mixedSums(this.featureNames, features);
        return (fromSecond, first, second) => this.meanOfTrees(sumLeaves(fromSecond, first, second));
    }
    meanOfTrees(sums) {
        const trees = this.ensemble.trees.length;
        for (let row = 0; row < sums.length; row++)
            sums[row] = Math.min(1, sums[row] / trees);
        return sums;
    }
    toArtefact() {
        const { featureNames, kind, report } = this;
        const { shape, binary } = packEnsemble(this.ensemble);
        return { kind, formatVersion: 1, featureNames, header: { shape, report }, binary };
    }
}
export function loadRandomForest({ featureNames, header, binary, }) {
    return new RandomForestClassifier([...featureNames], unpackEnsemble(header.shape, binary), header.report);
}
/** Below this many rows x features x trees, starting threads takes longer than the trees. */
const SMALL_WORK = 5e6;
async function growForest(task, count, control = {}) {
    const trees = new Array(count);
    const score = task.oobScore ? new OutOfBagScore(task.table) : null;
    const waiting = [];
    let grownCount = 0;
    let scored = 0;
    const take = (number, grown) => {
        trees[number] = grown.tree;
        if (score) {
            // Added up in the trees' order, whatever order they come in, so that rounding does not depend
            // on the threads.
            waiting[number] = grown;
            for (; waiting[scored]; waiting[scored++] = null)
                score.add(waiting[scored].outOfBag);
        }
        control.onProgress?.(++grownCount / count);
    };
    const work = task.table.rowCount * task.candidates * count;
    const threads = Math.min(count, control.threads ?? availableParallelism());
    if (work < SMALL_WORK || threads < 1) {
        const trainer = new ForestTrainer(task);
        for (let number = 0; number < count; number++) {
            take(number, trainer.grow(number));
            if (number % 8 === 7)
                await breathe();
            control.signal?.throwIfAborted();
        }
    }
    else {
        const workerData = {
            task,
            trees: count,
            nextTree: new Int32Array(new SharedArrayBuffer(4)),
        };
        await runWorkers(new URL("./forest-worker.js", import.meta.url), threads, workerData, ({ number, tree, outOfBag }) => take(number, { tree, outOfBag }), control.signal);
    }
    return { trees, outOfBag: score ? score.result() : null };
}
class OutOfBagScore {
    sums;
    trees;
    labels;
    constructor(table) {
        this.labels = labelOfEntries(table);
        this.sums = new Float64Array(this.labels.length);
        this.trees = new Uint32Array(this.labels.length);
    }
    add(answers) {
        for (let row = 0; row < answers.length; row++) {
            if (Number.isNaN(answers[row]))
                continue;
            this.sums[row] += answers[row];
            this.trees[row]++;
        }
    }
    /**
     * Rows that were in every sample have no answer and do not count. Probabilities are kept 1e-15
     * off 0 and 1, as scikit-learn's log loss does.
     */
    result() {
        let rows = 0;
        let right = 0;
        let loss = 0;
        this.labels.forEach((label, row) => {
            if (this.trees[row] === 0)
                return;
            const probability = Math.min(1 - 1e-15, Math.max(1e-15, this.sums[row] / this.trees[row]));
            rows++;
            if ((probability > 0.5 ? 1 : 0) === label)
                right++;
            loss -= Math.log(label === 1 ? probability : 1 - probability);
        });
        return { accuracy: rows > 0 ? right / rows : NaN, logLoss: rows > 0 ? loss / rows : NaN, rows };
    }
}
function forestTask(table, options, { weight, positiveWeight }) {
    const { bootstrap, maxSamples, maxFeatures, classWeight, maxDepth, minSamplesLeaf, minSamplesSplit, oobScore, seed, } = options;
    const features = table.codes.length;
    const whole = [table.negatives, table.positives].every((counts) => counts.every(Number.isInteger));
    if (oobScore && !whole)
        throw new RangeError("an out-of-bag score needs weights that are whole numbers of rows");
    if (weight > MOST_SAMPLES)
        throw new RangeError(`a forest takes weights that add up to at most ${MOST_SAMPLES}, not ${weight}; scale ` +
            "them down");
    const counted = { sqrt: Math.sqrt(features), log2: Math.log2(features), all: features };
    const wanted = typeof maxFeatures === "string"
        ? counted[maxFeatures]
        : maxFeatures < 1
            ? maxFeatures * features
            : maxFeatures;
    // Fractional weights without a bootstrap become whole numbers of a unit so small that what is
    // rounded does not matter.
    const unitsPerRow = bootstrap || whole ? 1 : 2 ** Math.floor(Math.log2(MOST_SAMPLES / 2 / weight));
    return {
        table: unitsPerRow === 1 ? table : inUnits(table, unitsPerRow),
        unitsPerRow,
        seed,
        oobScore,
        minSamplesSplit: minSamplesSplit * unitsPerRow,
        minSamplesLeaf: minSamplesLeaf * unitsPerRow,
        maxDepth: maxDepth ?? Infinity,
        candidates: Math.max(1, Math.floor(wanted)),
        sampleSize: bootstrap ? Math.max(1, Math.round((maxSamples ?? 1) * weight)) : null,
        classWeights: classWeight === "balanced"
            ? [weight / (2 * (weight - positiveWeight)), weight / (2 * positiveWeight)]
            : (classWeight ?? [1, 1]),
    };
}
function inUnits(table, unitsPerRow) {
    const whole = (weights) => weights.map((value) => Math.round(value * unitsPerRow));
    return { ...table, negatives: whole(table.negatives), positives: whole(table.positives) };
}
function checkOptions(options, features) {
    const { nEstimators, maxDepth, minSamplesLeaf, minSamplesSplit, maxFeatures, maxSamples, classWeight, oobScore, bootstrap, } = options;
    const isCount = (value) => Number.isInteger(value) && value >= 1;
    requireThat(isCount(nEstimators), `nEstimators is a whole number of trees, 1 or more, not ${nEstimators}`);
    requireThat(maxDepth === null || isCount(maxDepth), `maxDepth is a whole number of levels, 1 or more, or null, not ${maxDepth}`);
    requireThat(minSamplesLeaf > 0 && minSamplesSplit > 0, `minSamplesLeaf and minSamplesSplit are positive, not ${minSamplesLeaf} and ${minSamplesSplit}`);
    requireThat(typeof maxFeatures === "string"
        ? ["sqrt", "log2", "all"].includes(maxFeatures)
        : maxFeatures > 0 && (maxFeatures < 1 || isCount(maxFeatures)), `maxFeatures is "sqrt", "log2", "all", a share below 1 or a whole number, not ${maxFeatures}`);
    requireThat(maxSamples === null || (maxSamples > 0 && maxSamples <= 1), `maxSamples is a share above 0 and at most 1, or null, not ${maxSamples}`);
    requireThat(classWeight === null ||
        classWeight === "balanced" ||
        (classWeight.length === 2 && classWeight.every((value) => value > 0 && value < Infinity)), `classWeight is "balanced", null or two positive weights, not ${String(classWeight)}`);
    requireThat(!oobScore || bootstrap, "an out-of-bag score needs bootstrap: true");
    requireThat(features > 0, "a random forest needs a feature, and the table has none");
}
//# sourceMappingURL=random-forest.js.map