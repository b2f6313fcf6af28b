import { LAMBDA, type CampaignPlan } from "../campaign/index.js";
import { axisShares, countLabelsByWorkload, labelRequests, type Labels } from "../labels/index.js";
import { simulate } from "../platforms/index.js";
import { judgeTraining, planLabels } from "../preflight/index.js";
import { MISSING, type Requests } from "../requests/index.js";
import type { Measured } from "./requirements.js";

/** How closely a candidate is looked at: labels of one simulated day, or a model on all days. */
export type Fidelity = "labels" | "model";

/** Simulates a plan with a seed and measures what the search asks for. */
export async function measurePlan(
  plan: CampaignPlan,
  seed: string,
  fidelity: Fidelity,
): Promise<Measured> {
  const looked = fidelity === "labels" ? { ...plan, days: 1 } : plan;
  const { requests } = simulate(looked, { seed });
  const labels = labelRequests(requests, planLabels(plan));
  const measured = { ...measureLabels(requests, labels), coldShare: coldShare(requests) };
  if (fidelity === "labels") return { ...measured, trained: null };
  return { ...measured, trained: await measureModel(requests, labels, seed) };
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

async function measureModel(
  requests: Requests,
  labels: Labels,
  seed: string,
): Promise<Measured["trained"]> {
  const judged = await judgeTraining(requests, labels, { seed, quick: true });
  if (!judged) return null;
  const shares = judged.inputs.map(({ share }) => share);
  return {
    accuracy: judged.accuracy,
    gap: judged.gap,
    twoColumns: judged.lookups.twoColumns,
    staticColumns: judged.lookups.staticColumns,
    topShare: Math.max(...shares),
    drops: judged.inputs.map(({ drop }) => drop).sort((a, b) => b - a),
  };
}

/** Share of cold starts among the Lambda requests that were answered. */
function coldShare({ rowCount, platform, coldStart }: Requests): number {
  let cold = 0;
  let answered = 0;
  for (let row = 0; row < rowCount; row++) {
    if (platform[row] !== LAMBDA || coldStart[row] === MISSING) continue;
    answered++;
    cold += coldStart[row];
  }
  return cold / answered;
}
