import type { GateResult, GateStage, Verdict } from "../campaign/index.js";
import { quantileSorted } from "../statistics/index.js";

/**
 * A number over the simulations: its mean, and the range that holds 95 % of them (type 7
 * quantiles).
 */
export interface Spread {
  mean: number;
  low: number;
  high: number;
}

/** A gate over the simulations. */
export interface ExpectedGate {
  id: string;
  stage: GateStage;
  target: string;
  unit: GateResult["unit"];
  cannotBeFooled: boolean;
  /**
   * Null where no simulation gives a value. Of `label-share`, the share of the rarer label: the
   * most one-sided workload may lean to Lambda in one simulation and to ECS in the next, and the
   * mean of 1 % and 99 % would look balanced.
   */
  value: Spread | null;
  /** Share of the simulations in which it is met, the tolerance that its target names included. */
  passShare: number;
  /**
   * "pass" where all simulations pass, "fail" where none meets it, else "warn"; "not applicable"
   * where it never has a value.
   */
  verdict: Verdict;
}

/** Whether a gate is met: passed, or missed by no more than the tolerance that its target names. */
export function isMet({ verdict }: Pick<GateResult, "verdict">): boolean {
  return verdict === "pass" || verdict === "warn";
}

/** One gate over several simulations of a plan. */
export function expectedGate(results: readonly GateResult[]): ExpectedGate {
  const { id, stage, target, unit, cannotBeFooled } = results[0];
  const values = results
    .map(({ value }) => value)
    .filter((value) => value !== null)
    .map((value) => (id === "label-share" ? Math.min(value, 1 - value) : value));
  const passShare = results.filter(isMet).length / results.length;
  const verdict: Verdict =
    values.length === 0
      ? "not applicable"
      : results.every((result) => result.verdict === "pass")
        ? "pass"
        : passShare === 0
          ? "fail"
          : "warn";
  return {
    id,
    stage,
    target,
    unit,
    cannotBeFooled,
    value: values.length > 0 ? spread(values) : null,
    passShare,
    verdict,
  };
}

/** Verdicts of several simulations together, by gate. */
export function expectedVerdicts(runs: readonly (readonly GateResult[])[]): Map<string, Verdict> {
  return new Map(
    runs[0].map(({ id }, g) => [id, expectedGate(runs.map((gates) => gates[g])).verdict]),
  );
}

/** A gate whose verdict a change alters. */
export interface Flip {
  gate: string;
  from: Verdict;
  to: Verdict;
}

/**
 * What became of the gates: those that flip, and how many are newly met, less those newly missed.
 */
export function compareVerdicts(
  before: ReadonlyMap<string, Verdict>,
  after: ReadonlyMap<string, Verdict>,
): { flips: Flip[]; gained: number } {
  const flips = [...before].flatMap(([gate, from]) =>
    from === after.get(gate) ? [] : [{ gate, from, to: after.get(gate)! }],
  );
  return {
    flips,
    gained:
      flips.filter(({ to }) => to === "pass").length -
      flips.filter(({ from }) => from === "pass").length,
  };
}

export function spread(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    low: quantileSorted(sorted, 0.025),
    high: quantileSorted(sorted, 0.975),
  };
}
