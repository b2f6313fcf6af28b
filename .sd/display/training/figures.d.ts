import type { Attainability } from "../../attainability/index.js";
import type { GeneralisationResult, NamedLearningCurve, ScoredModel } from "../../models/index.js";
import { type Interval } from "../../statistics/index.js";
import { type ReferenceLine } from "../charts/index.js";
import { type Figure } from "../figure.js";
/** The lines that accuracies are read against. */
export declare function accuracyReferences({ constant, best1, ceiling }: Attainability): ReferenceLine[];
/** Test accuracies with their intervals between floor and ceiling. */
export declare function accuracyFigure(models: readonly {
    title: string;
    accuracy: Interval;
}[], bounds: Attainability): Figure;
/**
 * Calibration curves: the share that is Lambda's against the probability that was said, each model
 * with its intervals, and the diagonal of honest ones.
 */
export declare function calibrationFigure(models: readonly Pick<ScoredModel, "title" | "calibration">[]): Figure;
/**
 * Test accuracy against the number of training rows, the first model with its band and its training
 * accuracy.
 */
export declare function learningCurveFigure(curves: readonly NamedLearningCurve[], bounds: Attainability): Figure;
/**
 * Accuracy of one kind of model on what was left out, question by question; whiskers from the worst
 * to the best split.
 */
export declare function generalisationFigure(results: readonly GeneralisationResult[], bounds: Attainability): Figure;
