import {
  AUTHOR_PRICES,
  checkPlan,
  PlanError,
  type CampaignPlan,
  type Verdict,
} from "../campaign/index.js";
import { simulate, type SimulatedCampaign } from "../platforms/index.js";
import { compareVerdicts, expectedVerdicts, type Flip } from "./expected-gate.js";
import { runSeed, type PreflightOptions } from "./preflight.js";
import { judgeCampaign } from "./simulate-gates.js";
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
export function gateSensitivity(
  plan: CampaignPlan,
  options: PreflightOptions,
  factors: readonly number[] = [0.5, 2],
): GateSensitivity {
  const setting: Setting = { plan, prices: options.labels?.prices ?? AUTHOR_PRICES };
  const runs = options.runs ?? 3;
  const seeds = Array.from({ length: runs }, (_, run) => runSeed(options, run));
  const campaigns = seeds.map((seed) => simulate(plan, { seed }));
  const before = judge(campaigns, setting, options);
  const changes: DefaultChange[] = [];
  const unused: string[] = [];
  SOURCED_DEFAULTS.forEach((figure, i) => {
    const from = figure.values(setting);
    if (from === null) unused.push(figure.name);
    else {
      for (const factor of factors) {
        const flips = flipsOf(figure.scaled(setting, factor));
        if (flips)
          changes.push({
            ...described(figure),
            from,
            to: figure.values(figure.scaled(setting, factor)) ?? [],
            factor,
            flips,
          });
      }
    }
    options.onProgress?.((i + 1) / SOURCED_DEFAULTS.length);
  });
  return {
    simulated: true,
    plan: plan.name,
    runs,
    verdicts: Object.fromEntries(before),
    changes,
    unused,
  };

  /** Null where the figure cannot be changed so (a limit it stands at, or a plan that is none). */
  function flipsOf(changed: Setting): Flip[] | null {
    const samePlan = JSON.stringify(changed.plan) === JSON.stringify(plan);
    const samePrices = JSON.stringify(changed.prices) === JSON.stringify(setting.prices);
    if ((samePlan && samePrices) || !isValid(changed.plan)) return null;
    const again = samePlan ? campaigns : seeds.map((seed) => simulate(changed.plan, { seed }));
    // Many figures touch nothing that a gate looks at: what is the same need not be judged again.
    if (
      samePrices &&
      again.every((campaign, run) => sameForGates(campaign, campaigns[run], options))
    )
      return [];
    return compareVerdicts(before, judge(again, changed, options)).flips;
  }
}

function judge(
  campaigns: readonly SimulatedCampaign[],
  { prices }: Setting,
  options: PreflightOptions,
): Map<string, Verdict> {
  const labels = { scheme: "request-vs-median" as const, ...options.labels, prices };
  return expectedVerdicts(
    campaigns.map((campaign) => judgeCampaign(campaign, { ...options, labels }).gates),
  );
}

/** Whether two simulations of the same requests agree in everything that gates are judged by. */
function sameForGates(
  { requests: one }: SimulatedCampaign,
  { requests: other }: SimulatedCampaign,
  { labels }: PreflightOptions,
): boolean {
  const latency = labels?.clock === "response" ? "responseTimeMs" : "executionTimeMs";
  return (["httpStatus", "timestampMs", "coldStart", "executionTimeMs", latency] as const).every(
    (column) => {
      const [a, b] = [one[column], other[column]].map(({ buffer, byteOffset, byteLength }) =>
        Buffer.from(buffer, byteOffset, byteLength),
      );
      return a.equals(b);
    },
  );
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
