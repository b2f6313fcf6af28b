import type { ShapleyValues } from "./shapley.js";
/** One prediction, taken apart. */
export interface PredictionParts {
    /** Mean output over the background. */
    base: number;
    /**
     * What each player adds, the largest first, under its name and (for a single feature) its value:
     * "workload: heavy_processing".
     */
    parts: {
        player: string;
        words: string;
        value: number;
    }[];
    /** The output; base and parts add up to it. */
    output: number;
}
/** The parts of an explained row's output. Throws where there is no such row. */
export declare function predictionParts({ players, features, values, base, output, vectorOfRow }: ShapleyValues, row: number): PredictionParts;
/**
 * The explained row whose output is the furthest from the base (the first of equals): the one that
 * has most to explain.
 */
export declare function furthestRow({ output, base, vectorOfRow }: ShapleyValues): number;
