import { type Blocks } from "../statistics/index.js";
import type { ClassifierFamily, TrainingData } from "./classifier.js";
import { type Comparison } from "./compare.js";
import type { Split } from "./split.js";
import { type Trial } from "./successive-halving.js";
/** What is searched for one kind of model. */
export interface SearchSpace {
    /** Values by option, under the option's name. */
    grid: Readonly<Record<string, readonly unknown[]>>;
    /** Sets of options that are tried, the defaults among them. */
    budget: number;
    folds: number;
    /** Options of every trial that are no part of the search: a shorter training, say. */
    duringSearch?: Readonly<Record<string, unknown>>;
}
/**
 * The study's fixed budgets, by kind. A network costs as much as a hundred boostings, so it gets
 * the fewest trials.
 */
export declare const SEARCH_SPACES: Readonly<Record<string, SearchSpace>>;
/** One trial as a line of a table. */
export interface NamedTrial extends Omit<Trial<Record<string, unknown>>, "options"> {
    title: string;
    /** "maxDepth 4, minSamplesLeaf 20"; "defaults" for those. */
    options: string;
}
/** The search of one kind of model, and whether its winner is worth more than the defaults. */
export interface Tuning {
    kind: string;
    title: string;
    trials: NamedTrial[];
    /** The winner's options, as words and as options; without any, the defaults won. */
    winner: string;
    best: Record<string, unknown>;
    /**
     * Winner (first) against defaults (second) on the validation rows, both fitted to all training
     * rows; null where the defaults won.
     */
    againstDefaults: Comparison | null;
    /**
     * What the study trains with: the winner's options where the difference's interval lies above 0,
     * else the defaults.
     */
    adopted: Record<string, unknown>;
}
/**
 * Searches the options of each family by successive halving on the training part alone, the
 * defaults among the candidates, then asks the validation part whether the winner beats the
 * defaults beyond chance. The test part is not looked at. Throws for a family without a search
 * space.
 */
export declare function tuneFamilies(families: readonly ClassifierFamily<{
    seed: number;
}>[], data: TrainingData, split: Split, { seed, spaces, blocks, onProgress, }: {
    seed: number;
    /** Blocks of time of the rows of `data`; without them rows are taken as independent. */
    blocks?: Blocks;
    spaces?: Readonly<Record<string, SearchSpace>>;
    onProgress?: (shareDone: number, title: string) => void;
}): Promise<Tuning[]>;
/** The adopted options by kind, as `trainFamilies` and `generalisation` take them. */
export declare function adoptedOptions(tunings: readonly Tuning[]): Record<string, Record<string, unknown>>;
