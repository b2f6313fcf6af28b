import type { LabelledTable } from "../features/index.js";
import { type ClassifierFamily } from "../models/index.js";
import { type Requests } from "../requests/index.js";
/** One repetition of training and explaining. */
export interface StabilityRun {
    title: string;
    /** What was changed: the seed of the training, or of the split (other rows in each part). */
    varied: "seed" | "split";
    seed: number;
    /** On the test rows. */
    accuracy: number;
    /** Expected drop in accuracy by input, in the order of ROUTER_INPUTS. */
    drops: number[];
    /**
     * Spearman's rank correlation of the drops with those of the first run of the model; NaN where a
     * side is constant.
     */
    agreement: number;
}
/** What is trained again. */
export interface StabilityTask {
    families: readonly ClassifierFamily<{
        seed: number;
    }>[];
    table: LabelledTable;
    /** The requests of the table's rows, and the author's order of them (`authorRowOrder`). */
    requests: Requests;
    order: Uint32Array;
    /** Options by kind; defaults where left out. */
    optionsOf?: Readonly<Record<string, object>>;
}
/**
 * How far importance depends on chance: trains and explains again with other seeds on the same
 * split, and with the first seed on splits drawn by other seeds. The first run of each model is
 * with the first seed on the first split.
 */
export declare function importanceStability({ families, table, requests, order, optionsOf }: StabilityTask, { seed, repeats, onProgress, }: {
    seed: number;
    repeats?: number;
    onProgress?: (shareDone: number, title: string) => void;
}): Promise<StabilityRun[]>;
/** The runs of one model with one thing varied (its first run among them), summed up. */
export interface StabilitySummary {
    title: string;
    varied: StabilityRun["varied"];
    runs: number;
    lowestAccuracy: number;
    highestAccuracy: number;
    /** The least agreement with the first run, of those that have one; NaN where none has. */
    lowestAgreement: number;
    /** Inputs that came out on top in some run; a run in which no input costs accuracy has none. */
    tops: string[];
    /** By input, in the order of ROUTER_INPUTS. */
    meanDrop: number[];
    lowestDrop: number[];
    highestDrop: number[];
}
/** One line a model and thing varied. */
export declare function summariseStability(runs: readonly StabilityRun[]): StabilitySummary[];
