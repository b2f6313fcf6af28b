import { LOAD_PATTERNS, WORKLOADS } from "lib/campaign";
import { buildFeatures } from "lib/features";
import { THESIS_TERMS, labelOptions } from "lib/labels";
import { gradientBoosting } from "lib/models";
import { distilRules, assembleRouter, type RequestRouter } from "lib/routing";
import { createRandom } from "lib/statistics";
import type { Requests } from "lib/requests";
import { requestsOf, type StatedRequest } from "../requests-of.js";

export const SIZES = [50, 200, 1000];
const HOURS = [3, 13];

/**
 * A campaign of three workloads in which Lambda wins small bodies in the first window; 24 blocks of
 * time a scenario.
 */
export function smallCampaign(): Requests {
  const random = createRandom(8);
  const stated: StatedRequest[] = [];
  for (let workload = 0; workload < 3; workload++)
    for (const [window, hour] of HOURS.entries())
      for (let pattern = 0; pattern < 2; pattern++)
        for (const targetPayloadKb of SIZES)
          for (let i = 0; i < 48; i++) {
            const platform = i % 2;
            const base =
              platform === 1
                ? (window === 0 ? 60 : 120) + 0.2 * targetPayloadKb
                : 100 + 0.05 * targetPayloadKb;
            stated.push({
              platform,
              workload,
              timeWindow: window,
              loadPattern: pattern,
              targetPayloadKb,
              executionTimeMs: base * Math.exp(0.1 * random.normal()),
              timestampMs: Date.UTC(2025, 0, 6 + pattern, hour, 0, i * 75),
            });
          }
  return requestsOf(stated);
}

/** A router fitted to it. */
export async function smallRouter(): Promise<RequestRouter> {
  const requests = smallCampaign();
  const features = buildFeatures(requests);
  const label = Uint8Array.from(requests.timeWindow, (window, row) =>
    Number(window === 0 && requests.targetPayloadKb[row] <= 200 && row % 17 !== 0),
  );
  const classifier = await gradientBoosting.fit({ features, label }, { seed: 1 });
  const rules = distilRules(classifier, requests, features);
  const origin = {
    run: "small",
    campaign: "stated in a test",
    simulated: true,
    seed: 7,
    labels: labelOptions({ ...THESIS_TERMS, scheme: "request-vs-median" }),
  };
  return assembleRouter({
    classifier,
    campaign: requests,
    labelledRow: Uint32Array.from({ length: requests.rowCount }, (_, row) => row),
    features,
    rules,
    rulesAgreement: { estimate: rules.agreement, low: 0.9, high: 1, level: 0.95 },
    origin,
  });
}

export const CONTEXT = {
  workload_type: WORKLOADS[0],
  payload_size_kb: 50,
  time_window: "early_morning",
  load_pattern: LOAD_PATTERNS[0],
  hour_of_day: 3,
  is_weekend: false,
};
