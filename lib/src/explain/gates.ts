import { judgeGate, type GateResult } from "../campaign/index.js";
import type { InputImportance } from "./input-importance.js";
import type { PermutationImportance } from "./permutation-importance.js";

/** A drop in accuracy below this is not a contribution: a tenth of a percentage point. */
const LEAST_DROP = 0.001;

/** The gates on importance: which share the top input has, and how many groups of features contribute. */
export function importanceGates(inputs: readonly InputImportance[], groups: PermutationImportance): GateResult[] {
  const top = [...inputs].sort((a, b) => b.mean - a.mean)[0];
  const contributing = groups.groups.filter(({ accuracy }) => (accuracy.exact?.mean ?? accuracy.mean) > LEAST_DROP);
  return [
    judgeGate("top-feature", top.share, `${top.input}: shuffling it costs ${(100 * top.mean).toFixed(1)} points of accuracy; inputs are judged with everything made of them`),
    judgeGate("contributing-features", contributing.length, `${contributing.length} of ${groups.groups.length} groups of mutually determined features cost more than ${100 * LEAST_DROP} points when shuffled`),
  ];
}
