import { countLabelsByWorkload, labelRequests, lambdaShare, type CostTerms } from "lib/labels";
import { findPairs, groupIntoCells, selectRows, timeBlocks, type Requests } from "lib/requests";
import {
  breakEvenCurve,
  comparePolicies,
  fixedPolicies,
  observedOutcomes,
  pairedOutcomes,
  takeOutcomes,
  workloadLoads,
} from "lib/routing";
import { scaledPrices, SLO_LIMITS_MS, WHAT_IF_LABEL, type WhatIfSettings } from "lib/what-if";

/** What the page shows at some setting, by the functions of the library that read requests. */
export function byLibrary(requests: Requests, base: CostTerms, settings: WhatIfSettings) {
  const terms = { ...base, prices: scaledPrices(base.prices, settings) };
  const { margin, clock } = settings;
  const labels = labelRequests(requests, {
    ...terms,
    ...WHAT_IF_LABEL,
    scheme: "group-percentile",
    clock,
    latencyMargin: margin,
    costMargin: margin,
  });
  return {
    lambdaShare: lambdaShare(labels),
    byWorkload: Object.fromEntries(
      Object.entries(countLabelsByWorkload(requests, labels)).map(([workload, counts]) => [
        workload,
        counts.balanced_optimal / counts.rows,
      ]),
    ),
    labels,
    breakEven: Object.fromEntries(
      workloadLoads(requests, terms).map((load) => {
        const { ecsCheaperFrom, ecsCheaperForGoodFrom } = breakEvenCurve(load, terms);
        return [load.workload, [ecsCheaperFrom, ecsCheaperForGoodFrom]];
      }),
    ),
    /** Mean time, mean cost and missed share by policy; pairs only. */
    policies: (): Record<string, [ms: number, usd: number, missed: number]> => {
      const pairs = findPairs(requests);
      const halves = {
        ecsRow: Int32Array.from(pairs.ecsRow),
        lambdaRow: Int32Array.from(pairs.lambdaRow),
      };
      const { blockOfRow, blockCount, runOfBlock } = timeBlocks(
        selectRows(requests, pairs.firstRow).timestampMs,
      );
      // Time by the chosen clock, missed limits by the client's: two comparisons.
      const compare = (of: typeof clock) => {
        const observed = observedOutcomes(requests, terms, of);
        const first = selectRows(requests, pairs.firstRow);
        const chosen = Uint8Array.from(pairs.firstRow, (row) => labels.balancedOptimal[row] % 255);
        return comparePolicies({
          observed: { ...takeOutcomes(observed, pairs.firstRow), platform: first.platform },
          both: pairedOutcomes(observed, halves),
          method: "pairs",
          policies: [...fixedPolicies(pairs.count), { name: "by the labels", choice: chosen }],
          cells: groupIntoCells(first),
          blocks: { blockOfRow, blockCount, runOfBlock },
          seed: 1,
          repeats: 2,
          usdPerMs: 0,
          sloLimitsMs: SLO_LIMITS_MS,
        }).values;
      };
      const byClient = compare("response");
      return Object.fromEntries(
        compare(clock).map(({ policy, mean }, p) => [
          policy,
          [
            mean.latencyMs.estimate,
            mean.costUsd.estimate,
            byClient[p].sloMisses[settings.sloLimit].share.estimate,
          ],
        ]),
      );
    },
  };
}

/** Settings that differ in every slider. */
export const SETTINGS: readonly WhatIfSettings[] = [
  { margin: 0.1, clock: "response", lambdaPriceFactor: 1, fargatePriceFactor: 1, sloLimit: 5 },
  { margin: 0, clock: "execution", lambdaPriceFactor: 0.5, fargatePriceFactor: 1, sloLimit: 2 },
  { margin: 0.25, clock: "response", lambdaPriceFactor: 1, fargatePriceFactor: 2, sloLimit: 0 },
  {
    margin: 0.03,
    clock: "execution",
    lambdaPriceFactor: 2 ** 0.75,
    fargatePriceFactor: 4,
    sloLimit: 9,
  },
];
