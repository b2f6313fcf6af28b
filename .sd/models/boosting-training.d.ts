import type { FeatureBins } from "./binning.js";
import type { BoostingMemory } from "./boosting-memory.js";
import { type BoostingTreeOptions } from "./boosting-tree.js";
import { type ValidationRows } from "./boosting-validation.js";
import type { Tree } from "./tree.js";
/** All that a thread needs to boost. */
export interface BoostingTask extends BoostingTreeOptions {
    bins: FeatureBins[];
    memory: BoostingMemory;
    /** The most that all rows, and that one row may weigh. */
    weight: number;
    heaviestRow: number;
    /**
     * Weights of both classes, to be sampled from in each round; null where every round takes all.
     */
    sampled: {
        negatives: Float64Array;
        positives: Float64Array;
    } | null;
    validation: ValidationRows | null;
    seed: number;
    nEstimators: number;
    subsample: number;
    colsampleByTree: number;
    scalePosWeight: number;
    earlyStoppingRounds: number | null;
}
/**
 * Boosts round by round, together with the trainers of the other threads; the caller decides where
 * to breathe.
 */
export declare class BoostingTrainer {
    private readonly task;
    readonly trees: Tree[];
    private readonly member;
    private readonly grower;
    private readonly validation;
    private readonly randomRows;
    private readonly randomFeatures;
    private readonly everyFeature;
    constructor(task: BoostingTask, thread?: number);
    /** Mean log loss on the validation rows after each round; empty without any. */
    get validationLogLoss(): number[];
    /** Rounds to keep: those up to the best one, where the fit stops early. */
    get bestRounds(): number;
    get done(): boolean;
    round(): void;
    /**
     * Draws this round's rows: one thread for all, so that chance does not depend on their number.
     */
    private sampleRows;
    /**
     * How much of a weight is in the sample: each of its rows by its own chance; a fractional weight
     * as a whole.
     */
    private drawWeight;
    private chooseFeatures;
    /** Rows that were not in the sample take the tree's value, too. */
    private scoreRowsOutside;
}
