import { auditRequests, checkGates, runAudit } from "../audit/index.js";
import { judgeGate, TIME_WINDOWS, type CampaignPlan, type GateResult } from "../campaign/index.js";
import { ROUTER_INPUTS } from "../explain/index.js";
import type { FeatureSet } from "../features/index.js";
import {
  countLabelsByWorkload,
  labelledRows,
  type LabelOptions,
  type Labels,
  type LabelScheme,
} from "../labels/index.js";
import { simulate, type SimulatedCampaign } from "../platforms/index.js";
import { dayOfWeek, hourOfDay, MISSING, type Requests } from "../requests/index.js";
import { createRandom } from "../statistics/index.js";
import { lookupImportance } from "./lookup-importance.js";

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

/**
 * Requests of one such stretch share their fate, and stand in the same half when a lookup is
 * judged.
 */
const BLOCK_MS = 5 * 60_000;

/** How simulated requests are judged. */
export interface GateOptions {
  /** The labels that are looked at: the author's `request-vs-median` unless said. */
  labels?: Partial<LabelOptions> & { scheme: LabelScheme };
  /** What a model may know: the author's 15 features unless said. */
  features?: readonly FeatureSet[];
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
  /** The input whose shuffling costs the best lookup most; null where nothing could be labelled. */
  topInput: string | null;
  requests: number;
  answered: number;
}

/** Simulates a plan once and judges its requests. */
export function simulateGates(
  plan: CampaignPlan,
  seed: string,
  options: GateOptions = {},
): SimulatedGates {
  return judgeCampaign(simulate(plan, { seed }), options);
}

/** The gates of a campaign that is simulated already. */
export function judgeCampaign(
  { requests, totals }: SimulatedCampaign,
  { labels: labelling, features: featureSets }: GateOptions = {},
): SimulatedGates {
  const input = auditRequests(requests, { labelling, featureSets });
  const { checks, attainability } = runAudit(input, { only: AUDITED_GATES });
  const counts = input.labels ? countLabelsByWorkload(requests, input.labels) : {};
  const top = input.labels && topImportance(requests, input.labels);
  return {
    gates: [
      ...checkGates(checks, AUDITED_GATES),
      judgeGate(
        "top-feature",
        top && top.share,
        top
          ? `${top.input}, by the best lookup of what a router is told`
          : "no request has a label",
      ),
    ],
    lambdaShare: Object.fromEntries(
      Object.entries(counts).map(([workload, { rows, balanced_optimal }]) => [
        workload,
        balanced_optimal / rows,
      ]),
    ),
    coldShare: coldShares(requests),
    floor: attainability && {
      feature: attainability.best1.features[0],
      accuracy: attainability.best1.accuracy,
    },
    topInput: top && top.input,
    requests: totals.requests,
    answered: totals.answered,
  };
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
  const columns = [
    requests.workload,
    requests.payloadKb,
    requests.timeWindow,
    requests.loadPattern,
    hourOfWorkingDay(requests),
  ];
  const values = columns.map(() => new Float64Array(rows.length));
  const halfOfBlock = new Map<number, number>();
  rows.forEach((row, i) => {
    const block = Math.floor(requests.timestampMs[row] / BLOCK_MS);
    if (!halfOfBlock.has(block)) halfOfBlock.set(block, random.integer(2));
    half[i] = halfOfBlock.get(block)!;
    label[i] = labels.balancedOptimal[row];
    for (let c = 0; c < columns.length; c++) values[c][i] = columns[c][row];
  });
  const { inputs } = lookupImportance(
    values.map((of, c) => ({ name: ROUTER_INPUTS[c], values: of })),
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

function coldShares({ rowCount, coldStart, timeWindow }: Requests): Record<string, number> {
  const cold = new Uint32Array(TIME_WINDOWS.length);
  const all = new Uint32Array(TIME_WINDOWS.length);
  for (let row = 0; row < rowCount; row++) {
    if (coldStart[row] === MISSING || timeWindow[row] === MISSING) continue;
    all[timeWindow[row]]++;
    cold[timeWindow[row]] += coldStart[row];
  }
  return Object.fromEntries(
    TIME_WINDOWS.flatMap((window, w) => (all[w] > 0 ? [[window, cold[w] / all[w]]] : [])),
  );
}
