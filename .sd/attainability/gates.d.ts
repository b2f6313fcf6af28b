import { type GateResult } from "../campaign/index.js";
import type { Attainability } from "./attainability.js";
/**
 * The gates that stand before any training: can a model on these features reach the hoped-for
 * accuracy, and can it add anything to a lookup?
 */
export declare function attainabilityGates({ best1, ceiling, headroom, distinctVectors, rows, }: Attainability): GateResult[];
