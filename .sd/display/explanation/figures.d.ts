import { type AccumulatedLocalEffects, type Dependence, type ModelAgreement, type PermutationImportance, type PredictionParts, type ShapleyValues, type StabilitySummary } from "../../explain/index.js";
import type { Figure } from "../figure.js";
/** Drop in accuracy by group and model, as bars with 95 % intervals over the rows. */
export declare function importanceFigure(models: readonly {
    title: string;
    importance: PermutationImportance;
}[]): Figure;
/**
 * Mean |Shapley value| by player and model, with 95 % intervals over the explained rows; players in
 * the first model's order of importance.
 */
export declare function shapleyBars(models: readonly {
    title: string;
    shapley: ShapleyValues;
}[]): Figure;
/**
 * Every explained row's Shapley values, the most important player on top, coloured by the player's
 * own value.
 */
export declare function shapleySwarm(shapley: ShapleyValues, title: string): Figure;
/**
 * A player's Shapley value against its own value, a colour for each value (or third) of the
 * strongest partner.
 */
export declare function dependenceFigure(dependence: Dependence): Figure;
/**
 * Mean |Shapley interaction| of each pair of players, in points of probability (or hundredths of
 * log-odds).
 */
export declare function interactionFigure(shapley: ShapleyValues): Figure;
/** One prediction from the average to its value. */
export declare function predictionFigure({ base, parts }: PredictionParts, title: string): Figure;
/** Accumulated local effects of one feature on several models, over the values it has. */
export declare function effectsFigure(models: readonly {
    title: string;
    effects: AccumulatedLocalEffects;
}[]): Figure;
/** Rank correlations of what matters to each pair of models, with their intervals. */
export declare function agreementFigure(agreements: readonly ModelAgreement[]): Figure;
/**
 * Mean drop in accuracy by input over repeated trainings; whiskers from the least to the greatest.
 */
export declare function stabilityFigure(summaries: readonly StabilitySummary[]): Figure;
