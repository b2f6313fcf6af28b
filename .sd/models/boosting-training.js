import { createRandom, drawBinomial } from "../statistics/index.js";
import { BoostingMember } from "./boosting-team.js";
import { BoostingTreeGrower } from "./boosting-tree.js";
import { BoostingValidation } from "./boosting-validation.js";
/**
 * Boosts round by round, together with the trainers of the other threads; the caller decides where
 * to breathe.
 */
export class BoostingTrainer {
    task;
    trees = [];
    member;
    grower;
    validation;
    randomRows;
    randomFeatures;
    everyFeature;
    constructor(task, thread = 0) {
        this.task = task;
        const { bins, memory, validation, weight, heaviestRow, seed } = task;
        this.member = new BoostingMember(memory, thread, bins);
        this.grower = new BoostingTreeGrower(this.member, bins, task, weight, heaviestRow);
        this.validation = validation && new BoostingValidation(validation, this.member);
        this.randomRows = createRandom(`${seed}/boosting/rows`);
        this.randomFeatures = createRandom(`${seed}/boosting/features`);
        this.everyFeature = Int32Array.from(bins, (_, f) => f);
    }
    /** Mean log loss on the validation rows after each round; empty without any. */
    get validationLogLoss() {
        return this.validation?.logLoss ?? [];
    }
    /** Rounds to keep: those up to the best one, where the fit stops early. */
    get bestRounds() {
        return this.validation && this.task.earlyStoppingRounds !== null
            ? this.validation.bestRound + 1
            : this.trees.length;
    }
    get done() {
        const { nEstimators, earlyStoppingRounds } = this.task;
        return (this.trees.length >= nEstimators ||
            (this.validation !== null &&
                earlyStoppingRounds !== null &&
                this.trees.length > this.validation.bestRound + earlyStoppingRounds));
    }
    round() {
        // Nobody writes what the last round left until everybody has read it.
        this.member.wait();
        this.sampleRows();
        const tree = this.grower.grow(this.chooseFeatures());
        if (this.task.sampled)
            this.scoreRowsOutside(tree);
        this.trees.push(tree);
        this.validation?.add(tree);
    }
    /**
     * Draws this round's rows: one thread for all, so that chance does not depend on their number.
     */
    sampleRows() {
        const { sampled, scalePosWeight, memory: { weights, positives }, } = this.task;
        if (!sampled)
            return;
        if (this.member.thread === 0) {
            const { numbers } = this.member;
            for (let row = 0; row < sampled.negatives.length; row++) {
                const negative = this.drawWeight(sampled.negatives[row]);
                const positive = scalePosWeight * this.drawWeight(sampled.positives[row]);
                numbers[positives / 8 + row] = positive;
                numbers[weights / 8 + row] = negative + positive;
            }
        }
        this.member.wait();
    }
    /**
     * How much of a weight is in the sample: each of its rows by its own chance; a fractional weight
     * as a whole.
     */
    drawWeight(weight) {
        if (weight === 0)
            return 0;
        const { subsample } = this.task;
        return Number.isInteger(weight) && weight !== 1
            ? drawBinomial(this.randomRows, weight, subsample)
            : this.randomRows.uniform() < subsample
                ? weight
                : 0;
    }
    chooseFeatures() {
        const { everyFeature } = this;
        const { colsampleByTree } = this.task;
        if (colsampleByTree === 1)
            return everyFeature;
        return this.randomFeatures
            .shuffle(everyFeature.slice())
            .subarray(0, Math.max(1, Math.round(colsampleByTree * everyFeature.length)))
            .sort();
    }
    /** Rows that were not in the sample take the tree's value, too. */
    scoreRowsOutside({ feature, code, missingLeft, left, value }) {
        const { rowCount, columns, scores, weights } = this.task.memory;
        const { numbers, bytes } = this.member;
        this.member.forEachBlock((from, to) => {
            for (let row = from; row < to; row++) {
                if (numbers[weights / 8 + row] !== 0)
                    continue;
                let node = 0;
                while (feature[node] >= 0)
                    node =
                        left[node] +
                            (((bytes[columns + feature[node] * rowCount + row] + missingLeft[node]) & 255) >
                                code[node] + missingLeft[node]
                                ? 1
                                : 0);
                numbers[scores / 8 + row] += value[node];
            }
        });
    }
}
//# sourceMappingURL=boosting-training.js.map