import { type AccumulatedLocalEffects, type Dependence, type InteractionCheck, type ModelAgreement, type PermutationImportance, type PredictionParts, type ShapleyValues, type StabilitySummary } from "../../explain/index.js";
/** What a model owes to its inputs, in accuracy and in money. */
export declare function readImportance({ groups }: PermutationImportance, title: string): string;
/** Which inputs still matter once some columns are known. */
export declare function readWithin(within: PermutationImportance, title: string): string;
/** How to read the bars of mean |Shapley value|. */
export declare function readShapleyBars(models: readonly {
    title: string;
    shapley: ShapleyValues;
}[]): string;
/** How to read the beeswarm. */
export declare function readSwarm({ players, values, vectorOfRow }: ShapleyValues): string;
/** How to read the dependence picture: how much of the spread at one value is the partner's. */
export declare function readDependence({ player, partner, value, partnerValue, shapley, rows, }: Dependence): string;
/** Whether both measures of interaction say the same. */
export declare function readInteractions({ pairs, rankCorrelation }: InteractionCheck): string;
/** How to read the waterfall of one request. */
export declare function readPrediction({ base, parts, output }: PredictionParts): string;
/** How to read accumulated local effects. */
export declare function readEffects(models: readonly {
    title: string;
    effects: AccumulatedLocalEffects;
}[]): string;
/** Whether the models agree on what matters, and whether that means anything. */
export declare function readAgreement(agreements: readonly ModelAgreement[], lookup: {
    name: string;
    models: readonly {
        title: string;
        identicalShare: number;
    }[];
}): string;
/** How far importance depends on chance. */
export declare function readStability(summaries: readonly StabilitySummary[]): string;
