import { type GateResult } from "../campaign/index.js";
import type { PermutationImportance } from "./permutation-importance.js";
/**
 * The gates on importance: which share the top input has, and how many groups of features
 * contribute.
 */
export declare function importanceGates(inputs: PermutationImportance, groups?: PermutationImportance): GateResult[];
