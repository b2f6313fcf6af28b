import type { Attainability } from "../../attainability/index.js";
import { type CategoryAccuracy, type GeneralisationResult, type NamedComparison, type NamedLearningCurve, type ScoredModel, type Tuning } from "../../models/index.js";
/** "Why not higher?", before any model is trained. */
export declare function readBounds({ headroom, ceiling, best1 }: Attainability): string;
/** What the search was worth. */
export declare function readSearch(tunings: readonly Tuning[]): string;
/** Where the models stand between floor and ceiling, and which of them stand at the ceiling. */
export declare function readPosition(models: readonly ScoredModel[], best: ScoredModel, bounds: Attainability): string;
/** In which categories a model knows no more than the category. */
export declare function readCategories(categories: readonly CategoryAccuracy[], title: string): string;
/**
 * Whether the best of the models knows more than a table, and whether the models are one function.
 * `lookups` names the lookups among the pairs, that of one column first: the gate's.
 */
export declare function readPairs(pairs: readonly NamedComparison[], best: string, lookups: readonly string[]): string;
/** How honest the probabilities are. */
export declare function readCalibration(models: readonly ScoredModel[], best: ScoredModel): string;
/** Whether more of the same requests would help, and how much they could. */
export declare function readLearningCurve([{ title, points: curve }]: readonly NamedLearningCurve[], { ceiling }: Attainability): string;
/** What the gaps say, the random splits called what they are. */
export declare function readGeneralisation(results: readonly GeneralisationResult[], title: string): string;
