import { judgeGate, type GateResult } from "../campaign/index.js";
import { importanceInterval } from "./importance-interval.js";
import type { GroupImportance, PermutationImportance } from "./permutation-importance.js";

/** A drop in accuracy below this is not a contribution: a tenth of a percentage point. */
const LEAST_DROP = 0.001;

/**
 * The gates on importance: which share the top input has, and how many groups of features
 * contribute.
 */
export function importanceGates(
  inputs: PermutationImportance,
  groups: PermutationImportance = inputs,
): GateResult[] {
  const drop = ({ accuracy }: GroupImportance): number => importanceInterval(accuracy).estimate;
  const percent = (share: number): string =>
    Number.isNaN(share) ? "no share" : `${(100 * share).toFixed(1)} %`;
  const [top, topGroup] = [inputs, groups].map(({ groups: all }) =>
    all.reduce((best, group) => (drop(group) > drop(best) ? group : best)),
  );
  const contributing = groups.groups.filter((group) => drop(group) > LEAST_DROP);
  return [
    judgeGate(
      "top-feature",
      top.accuracy.share,
      Number.isNaN(top.accuracy.share)
        ? "no input costs accuracy when it is shuffled"
        : `${top.name}, with everything made of it: shuffling it costs ` +
            `${(100 * drop(top)).toFixed(1)} points of accuracy (of the groups of columns, which ` +
            `overlap and are not this gate's, ${topGroup.name} has ` +
            `${percent(topGroup.accuracy.share)})`,
    ),
    judgeGate(
      "contributing-features",
      contributing.length,
      `${contributing.length} of ${groups.groups.length} groups of mutually determined ` +
        `features cost more than ${100 * LEAST_DROP} points when shuffled`,
    ),
  ];
}
