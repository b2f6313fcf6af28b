import {
  checkPlan,
  planPrices,
  PlanError,
  type CampaignPlan,
  type Verdict,
} from "../campaign/index.js";
import { compareVerdicts, expectedVerdicts, type Flip } from "./expected-gate.js";
import { judgedBy, runSeed, simulateAll, type PreflightOptions } from "./preflight.js";
import type { SimulationJob } from "./simulation-worker.js";
import { SOURCED_DEFAULTS, type Setting, type SourcedDefault } from "./sourced-defaults.js";

/** One sourced default halved or doubled, and the gates that flip. */
export interface DefaultChange {
  name: string;
  unit: string;
  source: string;
  /** One value, or one a workload. */
  from: number[];
  to: number[];
  factor: number;
  flips: Flip[];
}

export interface GateSensitivity {
  simulated: true;
  plan: string;
  /** Simulations a setting, with the same seeds in each. */
  runs: number;
  /** Verdicts with the defaults as they are, by gate. */
  verdicts: Record<string, Verdict>;
  changes: DefaultChange[];
  /** Defaults that this plan makes no use of. */
  unused: string[];
}

/**
 * How much of a pre-flight rests on which figure: each sourced default of the simulator is scaled
 * by each factor (halved and doubled unless said), one at a time, and the plan simulated again with
 * the same seeds. A verdict is that of all `options.runs` simulations together, 3 unless said:
 * "pass" in all of them, "fail" in none, "warn" in some.
 */
export async function gateSensitivity(
  plan: CampaignPlan,
  options: PreflightOptions,
  factors: readonly number[] = [0.5, 2],
): Promise<GateSensitivity> {
  const setting: Setting = { plan, prices: options.labels?.prices ?? planPrices(plan) };
  const runs = options.runs ?? 3;
  const seeds = Array.from({ length: runs }, (_, run) => runSeed(options, run));
  const used = SOURCED_DEFAULTS.filter((figure) => figure.values(setting) !== null);
  const changes = used.flatMap((figure) =>
    factors.flatMap((factor) => changeOf(figure, setting, factor) ?? []),
  );
  const settings = [setting, ...changes.map(({ changed }) => changed)];
  const jobs = settings.flatMap((of) => seeds.map((seed) => jobOf(of, seed, options)));
  const seen = await simulateAll(jobs, options.onProgress);
  const verdicts = settings.map((_, s) =>
    expectedVerdicts(seen.slice(s * runs, (s + 1) * runs).map(({ gates }) => gates)),
  );
  return {
    simulated: true,
    plan: plan.name,
    runs,
    verdicts: Object.fromEntries(verdicts[0]),
    changes: changes.map(({ change }, c) => ({
      ...change,
      flips: compareVerdicts(verdicts[0], verdicts[c + 1]).flips,
    })),
    unused: SOURCED_DEFAULTS.filter((figure) => !used.includes(figure)).map(({ name }) => name),
  };
}

/** A figure scaled; null where it cannot be (a limit it stands at, or a plan that is none). */
function changeOf(
  figure: SourcedDefault,
  setting: Setting,
  factor: number,
): { changed: Setting; change: Omit<DefaultChange, "flips"> } | null {
  const changed = figure.scaled(setting, factor);
  if (JSON.stringify(changed) === JSON.stringify(setting) || !isValid(changed.plan)) return null;
  return {
    changed,
    change: {
      ...described(figure),
      from: figure.values(setting) ?? [],
      to: figure.values(changed) ?? [],
      factor,
    },
  };
}

function jobOf({ plan, prices }: Setting, seed: string, options: PreflightOptions): SimulationJob {
  return {
    plan,
    seed,
    options: { ...judgedBy(options), labels: { ...options.labels, prices } },
  };
}

function described({
  name,
  unit,
  source,
}: SourcedDefault): Pick<DefaultChange, "name" | "unit" | "source"> {
  return { name, unit, source };
}

/** Whether a changed plan is still one. */
export function isValid(plan: CampaignPlan): boolean {
  try {
    checkPlan(plan, plan.name);
    return true;
  } catch (error) {
    if (error instanceof PlanError) return false;
    throw error;
  }
}
