import type { FeatureTable } from "../features/index.js";
import { type Classifier } from "../models/index.js";
import type { Requests } from "../requests/index.js";
import { type ContextInput } from "./context-columns.js";
/**
 * The distinct contexts of a campaign with what a model answers there: what a request can be
 * compared with. One entry a context.
 */
export interface KnownContexts {
    /** What the model reads. */
    inputs: ContextInput[];
    /**
     * Values by input: names for categories, numbers for sizes (KiB), hours (UTC) and the weekend (0
     * or 1); null where not logged.
     */
    values: (string | number | null)[][];
    /** Requests of each context, and the mean of the model's P(Lambda optimal) over them. */
    rows: number[];
    probability: number[];
}
/** A request's values of some inputs, spelt as in KnownContexts. */
export type KnownValues = Partial<Record<ContextInput, string | number>>;
export declare function knownContexts(classifier: Classifier, requests: Requests, features: FeatureTable): KnownContexts;
/**
 * Rows and mean probability of the contexts that have these values; no rows where there are none.
 */
export declare function meanWhere({ inputs, values, rows, probability }: KnownContexts, wanted: KnownValues): {
    contexts: number;
    rows: number;
    probability: number;
};
/** The values an input takes among the contexts that have these values. */
export declare function valuesWhere(known: KnownContexts, input: ContextInput, wanted?: KnownValues): (string | number)[];
