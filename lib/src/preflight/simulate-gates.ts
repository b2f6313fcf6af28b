import { auditRequests, checkGates, countColdStarts, runAudit } from "../audit/index.js";
import {
  judgeAgain,
  judgeGate,
  planPrices,
  type CampaignPlan,
  type GateResult,
  type WorkloadPlan,
} from "../campaign/index.js";
import { ROUTER_INPUTS, type RouterInput } from "../explain/index.js";
import type { FeatureSet } from "../features/index.js";
import {
  countLabelsByWorkload,
  labelledRows,
  SHARED_TASK_HOURS,
  type LabelChoice,
  type Labels,
  type LabelScheme,
} from "../labels/index.js";
import { simulate, type SimulatedCampaign } from "../platforms/index.js";
import { dayOfWeek, hourOfDay, timeBlocks, windowNames, type Requests } from "../requests/index.js";
import { createRandom } from "../statistics/index.js";
import { lookupImportance } from "./lookup-importance.js";
import { judgeTraining, type TrainedCampaign } from "./trained-gates.js";

/** The gates that stand before training and are measured by the audit's check of the same name. */
const AUDITED_GATES = [
  "payload-sizes",
  "time-windows",
  "load-patterns",
  "cold-starts",
  "cold-starts-differ",
  "label-share",
  "label-spread",
  "ceiling",
  "headroom",
] as const;

/** How simulated requests are judged. */
export interface GateOptions {
  /** How requests are labelled, in place of what `planLabels` says. */
  labels?: Partial<LabelChoice>;
  /** What a model may know: the usual features of such requests unless said. */
  features?: readonly FeatureSet[];
  /** False leaves out the gates that a model must be trained for. */
  trained?: boolean;
  /** Thresholds of gates in place of the usual ones, by gate and name. */
  thresholds?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * How a plan's own simulation is labelled, unless said otherwise: at the plan's prices and sizes.
 */
export function planLabels(plan: CampaignPlan): LabelChoice & { scheme: LabelScheme } {
  const byWorkload = <T>(of: (workload: WorkloadPlan) => T): Record<string, T> =>
    Object.fromEntries(plan.workloads.map((own) => [own.workload, of(own)]));
  const terms = {
    prices: planPrices(plan),
    taskSizes: byWorkload(({ ecsTask }) => ecsTask),
    lambdaMemoryMb: byWorkload(({ lambdaMemoryMb }) => lambdaMemoryMb),
  };
  if (!plan.duet) return { ...terms, scheme: "request-vs-median" };
  return { ...terms, scheme: "duet", cost: { ...SHARED_TASK_HOURS, tasks: plan.ecs.tasks } };
}

/** One simulation's gates before training, and what they rest on. */
export interface SimulatedGates {
  gates: GateResult[];
  /** Share of Lambda labels in each workload. */
  lambdaShare: Record<string, number>;
  /** Share of cold starts among the answered Lambda requests of each window. */
  coldShare: Record<string, number>;
  /**
   * Accuracy of the best lookup of one feature, and which; null where nothing could be labelled.
   */
  floor: { feature: string; accuracy: number } | null;
  /** What training gave; null where nothing was trained. */
  trained: TrainedCampaign | null;
  /**
   * The input whose shuffling costs the model most (the best lookup, where none was trained); null
   * where nothing could be labelled.
   */
  topInput: string | null;
  requests: number;
  answered: number;
}

/** Simulates a plan once and judges its requests. */
export function simulateGates(
  plan: CampaignPlan,
  seed: string,
  options: GateOptions = {},
): Promise<SimulatedGates> {
  const labels = { ...planLabels(plan), ...options.labels };
  return judgeCampaign(simulate(plan, { seed }), seed, { ...options, labels });
}

/** The gates of a campaign that is simulated already. */
export async function judgeCampaign(
  { requests, totals }: SimulatedCampaign,
  seed: string,
  {
    labels: labelling,
    features: featureSets,
    trained = true,
    thresholds = {},
  }: GateOptions & { labels: LabelChoice },
): Promise<SimulatedGates> {
  const input = auditRequests(requests, { labelling, featureSets });
  const { checks, attainability: bounds } = runAudit(input, { only: AUDITED_GATES });
  const counts = input.labels ? countLabelsByWorkload(requests, input.labels) : {};
  const model =
    trained && input.labels && bounds
      ? await judgeTraining(requests, input.labels, { seed, features: featureSets, bounds })
      : null;
  const top = model ? topOf(model) : input.labels && topImportance(requests, input.labels);
  const gates = [
    ...checkGates(checks, AUDITED_GATES),
    ...(model
      ? model.gates
      : [
          judgeGate(
            "top-feature",
            top && top.share,
            top
              ? `${top.input}, by the best lookup of what a router is told`
              : "no request has a label",
          ),
        ]),
  ];
  return {
    gates: judgeAgain(gates, thresholds),
    trained: model,
    lambdaShare: Object.fromEntries(
      Object.entries(counts).map(([workload, { rows, balanced_optimal }]) => [
        workload,
        balanced_optimal / rows,
      ]),
    ),
    coldShare: coldShares(requests),
    floor: bounds && {
      feature: bounds.best1.features[0],
      accuracy: bounds.best1.accuracy,
    },
    topInput: top && top.input,
    requests: totals.requests,
    answered: totals.answered,
  };
}

/** The input with the largest share of the importance of a model. */
function topOf({ inputs }: TrainedCampaign): { input: string; share: number } | null {
  const top = inputs.reduce((best, one) => (one.drop > best.drop ? one : best));
  return Number.isNaN(top.share) ? null : top;
}

/**
 * The input with the largest share of the importance of the best lookup; null where none matters.
 */
function topImportance(
  requests: Requests,
  labels: Labels,
): { input: string; share: number } | null {
  const rows = labelledRows(labels);
  const label = new Uint8Array(rows.length);
  const half = new Uint8Array(rows.length);
  const random = createRandom("halves");
  const columnOf: Readonly<Record<RouterInput, ArrayLike<number>>> = {
    workload: requests.workload,
    "payload size": requests.payloadKb,
    "time window": requests.timeWindow,
    "load pattern": requests.loadPattern,
    "time of day": hourOfWorkingDay(requests),
  };
  // Requests of one block share their fate, and stand in the same half when a lookup is judged.
  const blocks = timeBlocks(Float64Array.from(rows, (row) => requests.timestampMs[row]));
  const halfOfBlock = Uint8Array.from({ length: blocks.blockCount }, () => random.integer(2));
  rows.forEach((row, i) => {
    half[i] = halfOfBlock[blocks.blockOfRow[i]];
    label[i] = labels.balancedOptimal[row];
  });
  const { inputs } = lookupImportance(
    ROUTER_INPUTS.map((name) => ({
      name,
      values: Float64Array.from(rows, (row) => columnOf[name][row]),
    })),
    label,
    half,
  );
  const top = inputs.reduce((best, one) => (one.drop > best.drop ? one : best));
  return Number.isNaN(top.share) ? null : top;
}

/**
 * Hour of the day with the kind of the day, as the author's features have them: 0 to 23 on working
 * days, 24 to 47 at weekends.
 */
function hourOfWorkingDay(requests: Requests): Uint8Array {
  const hour = hourOfDay(requests);
  const day = dayOfWeek(requests);
  for (let row = 0; row < hour.length; row++) if (day[row] >= 5) hour[row] += 24;
  return hour;
}

function coldShares(requests: Requests): Record<string, number> {
  const { rows, cold } = countColdStarts(requests, requests.timeWindow);
  return Object.fromEntries(
    windowNames(requests).flatMap((window, w) =>
      rows[w] > 0 ? [[window, cold[w] / rows[w]]] : [],
    ),
  );
}
