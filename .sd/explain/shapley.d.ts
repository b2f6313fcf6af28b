import type { FeatureTable } from "../features/index.js";
import { type Classifier } from "../models/index.js";
import type { OutputScale } from "./model-output.js";
import type { FeatureGroup } from "./permutation-importance.js";
import { type Background } from "./shapley-game.js";
/**
 * "tree": closed form in the leaves; "enumeration": every coalition; both exact. "sampling":
 * permutations, with standard errors.
 */
export type ShapleyMethod = "tree" | "enumeration" | "sampling";
export interface ShapleyOptions {
    /** Features that play as one (Shapley values of groups); the others play alone. */
    groups?: readonly FeatureGroup[];
    /** What is explained: log-odds for boosting and probability for every other model unless said. */
    scale?: OutputScale;
    /** An exact one where that takes reasonable work, unless said. */
    method?: ShapleyMethod;
    /** Pairwise interactions too; exact methods only. */
    interactions?: boolean;
    /** Sampling: when a row is done, as a part of its largest value; 0.02 unless said. */
    tolerance?: number;
    /** Sampling: most rounds over the background; 20 unless said. */
    maxRounds?: number;
    seed?: number | string;
    onProgress?: (shareDone: number) => void;
    signal?: AbortSignal;
}
/** Shapley values by distinct vector; `vectorOfRow` leads from a row to its own. */
export interface ShapleyValues {
    method: ShapleyMethod;
    scale: OutputScale;
    /** Who plays: groups as asked for, then the features by themselves. */
    players: FeatureGroup[];
    /**
     * Distinct vectors of the explained rows (the features of the model, in its order), and how many
     * rows each stands for.
     */
    features: FeatureTable;
    rowsOfVector: Float64Array;
    vectorOfRow: Uint32Array;
    /**
     * Mean output over the background, and the output for each vector: the values of a vector add up
     * to the difference.
     */
    base: number;
    output: Float64Array;
    /** vectors x players, row after row. */
    values: Float64Array;
    /** Of `values`, over the sampling; null where they are exact. */
    standardErrors: Float64Array | null;
    /**
     * vectors x players x players, or null: half the interaction index off the diagonal, so that a
     * row of a matrix adds up to the player's value, with what it brings by itself on the diagonal
     * (Lundberg et al., 2020).
     */
    interactions: Float64Array | null;
}
/**
 * Shapley values of a model's output for each row, against a stated background (Lundberg and Lee,
 * 2017; interventional: features outside a coalition take a background row's values, whatever the
 * features inside). Exact for tree ensembles at any number of features, on their own scale; exact
 * for any model where the coalitions are few enough to visit; sampled elsewhere. That the values
 * add up to the output less the base is asserted for every row, to 1e-9.
 */
export declare function shapleyValues(classifier: Classifier, features: FeatureTable, background: Background, options?: ShapleyOptions): Promise<ShapleyValues>;
