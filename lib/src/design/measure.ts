import { auditRequests, countColdStarts, runAudit } from "../audit/index.js";
import type { CampaignPlan } from "../campaign/index.js";
import { axisShares, countLabelsByWorkload, labelRequests, type Labels } from "../labels/index.js";
import { simulate } from "../platforms/index.js";
import {
  judgeCampaign,
  judgeTraining,
  planLabels,
  type TrainedCampaign,
} from "../preflight/index.js";
import type { Requests } from "../requests/index.js";
import type { Measured } from "./requirements.js";

/**
 * How closely a candidate is looked at: the labels of one run of each pattern, a model on all runs,
 * or every gate.
 */
export type Fidelity = "labels" | "model" | "gates";

/** Simulates a plan with a seed and measures what the search asks for. */
export async function measurePlan(
  plan: CampaignPlan,
  seed: string,
  fidelity: Fidelity,
): Promise<Measured> {
  const campaign = simulate(fidelity === "labels" ? oneRunAPattern(plan) : plan, { seed });
  const { requests } = campaign;
  const labels = labelRequests(requests, planLabels(plan));
  const measured: Measured = {
    ...measureLabels(requests, labels),
    coldShare: coldShare(requests),
    coldApart: null,
    trained: null,
    gates: null,
  };
  if (fidelity === "labels") return measured;
  if (fidelity === "gates") {
    const { trained, gates } = await judgeCampaign(campaign, seed, { labels: planLabels(plan) });
    const values = Object.fromEntries(gates.map(({ id, value }) => [id, value]));
    const coldApart = values["cold-starts-differ"] ?? null;
    return { ...measured, coldApart, trained: trained && measuredModel(trained), gates: values };
  }
  const trained = await judgeTraining(requests, labels, { seed });
  return {
    ...measured,
    coldApart: coldApart(requests, planLabels(plan)),
    trained: trained && measuredModel(trained),
  };
}

/** A plan of one day, with one run of each pattern, each in another window where there are some. */
function oneRunAPattern(plan: CampaignPlan): CampaignPlan {
  const patterns = [...new Set(plan.runs.map(({ pattern }) => pattern))];
  const windows = [...new Set(plan.runs.map(({ window }) => window))];
  const runs = patterns.map((pattern, p) => {
    const own = plan.runs.filter((run) => run.pattern === pattern);
    return own.find(({ window }) => window === windows[p % windows.length]) ?? own[0];
  });
  return { ...plan, days: 1, runs };
}

function measureLabels(
  requests: Requests,
  labels: Labels,
): Pick<Measured, "lambdaShare" | "costDecides"> {
  const counts = Object.entries(countLabelsByWorkload(requests, labels));
  return {
    lambdaShare: Object.fromEntries(
      counts.map(([workload, { rows, balanced_optimal }]) => [workload, balanced_optimal / rows]),
    ),
    costDecides: axisShares(labels).costDecides,
  };
}

function measuredModel({
  accuracy,
  gap,
  lookups,
  inputs,
}: TrainedCampaign): NonNullable<Measured["trained"]> {
  return {
    accuracy,
    gap,
    twoColumns: lookups.twoColumns,
    staticColumns: lookups.staticColumns,
    topShare: Math.max(...inputs.map(({ share }) => share)),
    drops: inputs.map(({ drop }) => drop).sort((a, b) => b - a),
  };
}

/** How far the windows with the fewest and the most cold starts are apart, as the audit says. */
function coldApart(requests: Requests, labelling: ReturnType<typeof planLabels>): number | null {
  const { checks } = runAudit(auditRequests(requests, { labelling }), {
    only: ["cold-starts-differ"],
  });
  return checks[0].value;
}

/** Share of cold starts among the Lambda requests that were answered. */
function coldShare(requests: Requests): number {
  const sum = (of: Float64Array): number => of.reduce((total, count) => total + count, 0);
  const { rows, cold } = countColdStarts(requests, requests.workload);
  return sum(cold) / sum(rows);
}
