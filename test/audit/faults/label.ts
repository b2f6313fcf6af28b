import { ECS, LAMBDA } from "lib/campaign";
import type { LabelledTable } from "lib/features";
import type { Requests } from "lib/requests";
import { createRandom } from "lib/statistics";
import { goodCampaign } from "../good-campaign.js";
import { change, checkRequests, checkTable, tableOf } from "../planted.js";
import type { PlantedFault } from "./planted-fault.js";

/** Multiplies the execution time of chosen rows. */
function timed(requests: Requests, chosen: (row: number) => boolean, factor: number): Requests {
  return change(requests, chosen, (row) => {
    requests.responseTimeMs[row] += (factor - 1) * requests.executionTimeMs[row];
    requests.executionTimeMs[row] *= factor;
  });
}

export const oneSided = (factor: number): Requests => {
  const campaign = goodCampaign(1);
  return timed(
    campaign,
    (row) => campaign.workload[row] === 2 && campaign.platform[row] === ECS,
    factor,
  );
};

/** A label that follows the workload, but for what so much scatter makes of it. */
const byWorkload = (contextEffect: number): Requests => {
  const campaign = goodCampaign(1, { contextEffect });
  timed(campaign, (row) => campaign.workload[row] === 0 && campaign.platform[row] === LAMBDA, 5);
  return timed(campaign, (row) => campaign.workload[row] > 0 && campaign.platform[row] === ECS, 5);
};

/**
 * Lambda always a little faster than ECS's median, ECS all over the place; with a context that
 * decides little, or much.
 */
const byPlatform = (scatter: number, contextEffect = 0): Requests => {
  const campaign = goodCampaign(1, { contextEffect, noise: contextEffect > 0 ? 0.05 : 0.2 });
  const random = createRandom(1);
  if (contextEffect === 0) timed(campaign, (row) => campaign.platform[row] === LAMBDA, 0.6);
  return change(
    campaign,
    (row) => campaign.platform[row] === ECS,
    (row) => (campaign.executionTimeMs[row] *= Math.exp(scatter * random.normal())),
  );
};

/** Platforms far apart, and so many ms outside Lambda's own clock. */
const transport = (ms: number): Requests => {
  const campaign = goodCampaign(1, { contextEffect: 3, noise: 0.05, sizeEffect: 0 });
  return change(
    campaign,
    (row) => campaign.platform[row] === LAMBDA,
    (row) => (campaign.responseTimeMs[row] += ms),
  );
};

const ROWS = 6000;
/**
 * A label that is the parity of two features' sum (or of one feature) in so large a share of the
 * rows.
 */
export function parity(
  right: number,
  options: { of?: "both" | "one"; rows?: number } = {},
): LabelledTable {
  const random = createRandom(`parity ${right}`);
  const a = Array.from({ length: ROWS }, () => random.integer(6));
  const b = a.map(() => random.integer(6));
  const truth = a.map((value, row) => (options.of === "one" ? value : value + b[row]) % 2);
  const label = truth.map((y) => (random.uniform() < right ? y : 1 - y));
  const rows = options.rows ?? ROWS;
  return tableOf({ a: a.slice(0, rows), b: b.slice(0, rows) }, label.slice(0, rows));
}

export const LABEL_FAULTS: readonly PlantedFault[] = [
  ...["label-share", "label-spread"].map((check) => ({
    check,
    fault: "a workload with one answer",
    found: () => checkRequests(check, oneSided(12)),
    evidence: /in medium_processing/i,
    tooSmall: "one at three quarters",
    notCalled: () => checkRequests(check, oneSided(1.3)),
  })),
  {
    check: "label-noise",
    fault: "labels that do not follow the context",
    found: () =>
      checkRequests("label-noise", goodCampaign(1, { contextEffect: 0, sizeEffect: 0, scale: 4 })),
    tooSmall: "labels that stray here and there",
    notCalled: () => checkRequests("label-noise", goodCampaign(1, { noise: 0.3 })),
  },
  {
    check: "label-rule",
    fault: "a label that is the workload",
    found: () => checkRequests("label-rule", byWorkload(0)),
    evidence: /the rule: if workload_type_encoded = lightweight_api then 0 else 1\.$/,
    tooSmall: "a label that follows two factors",
    notCalled: () => checkRequests("label-rule", goodCampaign(1)),
  },
  {
    check: "label-by-platform",
    fault: "a label that tells the platform of its row",
    found: () => checkRequests("label-by-platform", byPlatform(1.5)),
    tooSmall: "one that hardly does",
    notCalled: () => checkRequests("label-by-platform", byPlatform(0.02, 6)),
  },
  {
    check: "label-sensitivity",
    fault: "labels that hang on the clock",
    found: () => checkRequests("label-sensitivity", transport(5000)),
    evidence: /clock response time/,
    tooSmall: "a few milliseconds of transport between platforms far apart",
    notCalled: () => checkRequests("label-sensitivity", transport(5)),
  },
];

export const ATTAINABILITY_FAULTS: readonly PlantedFault[] = [
  {
    check: "ceiling",
    fault: "a label that is noise",
    found: () => checkTable("ceiling", parity(0.6)),
    evidence: /because of noise/,
    tooSmall: "one that is right in 80 of 100 rows",
    notCalled: () => checkTable("ceiling", parity(0.8)),
  },
  {
    check: "ceiling",
    fault: "a label that the features determine",
    found: () => checkTable("ceiling", parity(1)),
    evidence: /the features determine the label/,
    tooSmall: "one that they determine in 97 of 100 rows",
    notCalled: () => checkTable("ceiling", parity(0.97)),
  },
  {
    check: "headroom",
    fault: "a label that one feature tells",
    found: () => checkTable("headroom", parity(0.85, { of: "one" })),
    tooSmall: "one that only two tell together",
    notCalled: () => checkTable("headroom", parity(0.85)),
  },
  {
    check: "power",
    fault: "too few rows to tell",
    found: () => checkTable("power", parity(0.75, { rows: 300 })),
    verdict: "warn",
    tooSmall: "enough of them",
    notCalled: () => checkTable("power", parity(0.85)),
  },
];
