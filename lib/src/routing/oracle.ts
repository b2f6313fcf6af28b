import { ECS, LAMBDA } from "../campaign/index.js";
import { type Axis, type BothOutcomes, type ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";

/** The policy that sends each request where it would have done better on one axis: the bound no router can pass on that axis. */
export function requestOracle(both: BothOutcomes, axis: Axis, name: string): Policy {
  const ecs = both[ECS][axis], lambda = both[LAMBDA][axis], choice = new Uint8Array(ecs.length);
  for (let row = 0; row < choice.length; row++) choice[row] = Number(lambda[row] < ecs[row]);
  return { name, choice };
}

/**
 * The policy that sends each cell where its requests did better on average on one axis: the best that a router which
 * knows the cell, and nothing else, could have done on these logs. Made from the same logs it is judged on, so it is optimistic.
 */
export function cellOracle(observed: ObservedOutcomes, cellOfRow: Uint32Array, cellCount: number, axis: Axis, name: string): Policy {
  const rows = [new Float64Array(cellCount), new Float64Array(cellCount)], sums = [new Float64Array(cellCount), new Float64Array(cellCount)];
  for (let row = 0; row < cellOfRow.length; row++) {
    rows[observed.platform[row]][cellOfRow[row]]++;
    sums[observed.platform[row]][cellOfRow[row]] += observed[axis][row];
  }
  const lambdaWins = Uint8Array.from(rows[ECS], (_, cell) => Number(sums[LAMBDA][cell] / rows[LAMBDA][cell] < sums[ECS][cell] / rows[ECS][cell]));
  return { name, choice: Uint8Array.from(cellOfRow, (cell) => lambdaWins[cell]) };
}
