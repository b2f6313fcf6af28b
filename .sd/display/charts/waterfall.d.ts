import { type Figure, type FigureText } from "../figure.js";
/** One step of a waterfall: how far it moves the running value. */
export interface WaterfallStep {
    name: string;
    value: number;
}
/**
 * From a base over signed steps to a result: what each feature adds to one prediction. Steps up
 * have Lambda's colour and steps down ECS's, as a prediction is the probability that Lambda is
 * better.
 */
export declare function waterfall(base: WaterfallStep, steps: readonly WaterfallStep[], text: FigureText, options?: {
    print?: (value: number) => string;
    resultName?: string;
}): Figure;
