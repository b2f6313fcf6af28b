import { type Blocks, type Interval } from "../statistics/index.js";
import type { ClassifierFamily, FitControl, TrainingData } from "./classifier.js";
import type { Metrics } from "./metrics.js";
import type { Split } from "./split.js";
/** A model fitted to the first so many of the shuffled training rows. */
export interface LearningCurvePoint {
    rows: number;
    train: Metrics;
    test: Metrics;
    /** On the test rows, over blocks of time; over single rows where there are none. */
    accuracy: Interval;
}
export interface LearningCurveOptions<Options> {
    /** Shares of the training rows; 1 %, 3 %, 10 %, 30 % and all unless said. */
    shares?: readonly number[];
    options?: Partial<Options>;
    control?: FitControl;
    seed?: number | string;
    /** Blocks of time of the table's rows, which then have no weights. */
    blocks?: Blocks | undefined;
}
/**
 * Accuracy against the number of training rows: a curve that has gone flat says that more of the
 * same requests would not help. Each sample holds the ones before it, stratified by label; the test
 * part stays the same.
 */
export declare function learningCurve<Options extends {
    seed: number;
}>(family: ClassifierFamily<Options>, data: TrainingData, split: Split, options?: LearningCurveOptions<Options>): Promise<LearningCurvePoint[]>;
/** The learning curve of one kind of model. */
export interface NamedLearningCurve {
    title: string;
    points: LearningCurvePoint[];
}
/**
 * Learning curves of several families on the same samples, each with its defaults or the options
 * named for its kind.
 */
export declare function learningCurves(families: readonly ClassifierFamily<{
    seed: number;
}>[], data: TrainingData, split: Split, { seed, optionsOf, blocks, onProgress, }: {
    seed: number;
    blocks?: Blocks;
    optionsOf?: Readonly<Record<string, object>>;
    onProgress?: (shareDone: number, title: string) => void;
}): Promise<NamedLearningCurve[]>;
