import type { PriceTable, TaskSize } from "../campaign/index.js";
import { quantileVerdict, type LatencyClock } from "../labels/index.js";
import { breakEvenCurve, type WorkloadLoad } from "../routing/index.js";

/**
 * This file is bundled into a page, which asks the very functions that the library asks: nothing
 * here may need Node.
 */

/** Numbers of both platforms, ECS first; null where a quantile is no finite time or cost. */
export type BothSides = readonly [ecs: number | null, lambda: number | null];

/** What a page needs of one context cell. */
export interface WhatIfCell {
  name: string;
  workload: string;
  /**
   * Labelled requests, and the medians the label hangs on, by clock; null where it has no label.
   */
  labels: Record<LatencyClock, { rows: number; ms: BothSides; usd: BothSides } | null>;
  /** Requests (pairs count once) whose means follow: the cell's weight in a policy's value. */
  requests: number;
  meanMs: Record<LatencyClock, BothSides>;
  meanUsd: BothSides;
  /** Shares of requests that fail or answer later than each of `sloLimitsMs`. */
  misses: readonly [ecs: readonly number[], lambda: readonly number[]];
}

/** The statistics of a campaign that a page needs: no request is in them. */
export interface WhatIfData {
  simulated: boolean;
  cells: WhatIfCell[];
  /**
   * Requests that are in no cell, because one platform served none of it or an outcome is unknown.
   */
  leftOut: number;
  loads: Pick<WorkloadLoad, "workload" | "lambdaMs" | "ecsMs" | "lambdaMemoryMb">[];
  prices: PriceTable;
  taskSizes: Readonly<Record<string, TaskSize>>;
  sloLimitsMs: readonly number[];
}

/** Where the sliders stand. */
export interface WhatIfSettings {
  /** Lambda must be faster and cheaper by this share. */
  margin: number;
  clock: LatencyClock;
  /** All prices of Lambda times this. */
  lambdaPriceFactor: number;
  /** All prices of Fargate and the balancer times this. */
  fargatePriceFactor: number;
  /** Which of `sloLimitsMs`. */
  sloLimit: number;
}

/** A policy's means over the requests. */
export interface WhatIfPolicy {
  policy: string;
  lambdaShare: number;
  latencyMs: number;
  costUsd: number;
  missedShare: number;
}

export interface WhatIfResult {
  /** Share of the labelled requests that are Lambda's; NaN without labels. */
  lambdaShare: number;
  byWorkload: { workload: string; rows: number; lambdaShare: number }[];
  /** "always ECS", "always Lambda", "by the labels": each cell where its label points. */
  policies: WhatIfPolicy[];
  /** Requests an hour from which ECS is cheaper, at all and for good; null where it never is. */
  breakEven: {
    workload: string;
    ecsCheaperFrom: number | null;
    ecsCheaperForGoodFrom: number | null;
  }[];
}

/** Everything that moves with the sliders. */
export function whatIf(data: WhatIfData, settings: WhatIfSettings): WhatIfResult {
  const labelled = data.cells.map((cell) => ({ cell, label: labelOf(cell, settings) }));
  const shareOf = (of: typeof labelled): { rows: number; lambdaShare: number } => {
    const rowsOf = ({ cell }: (typeof of)[number]): number =>
      cell.labels[settings.clock]?.rows ?? 0;
    const rows = sum(of, rowsOf);
    return { rows, lambdaShare: sum(of, (one) => one.label * rowsOf(one)) / rows };
  };
  const workloads = [
    ...new Set([...data.loads, ...data.cells].map(({ workload }) => workload)),
  ].filter((name) => data.cells.some(({ workload }) => workload === name));
  const prices = scaledPrices(data.prices, settings);
  return {
    lambdaShare: shareOf(labelled).lambdaShare,
    byWorkload: workloads.map((workload) => ({
      workload,
      ...shareOf(labelled.filter(({ cell }) => cell.workload === workload)),
    })),
    policies: [
      policyOf("always ECS", data, settings, () => 0),
      policyOf("always Lambda", data, settings, () => 1),
      policyOf("by the labels", data, settings, (cell) => labelOf(cell, settings)),
    ],
    breakEven: data.loads
      .filter(({ lambdaMs, ecsMs }) => lambdaMs > 0 && ecsMs > 0)
      .map((load) => {
        const curve = breakEvenCurve({ ...load, rates: [] }, { prices, taskSizes: data.taskSizes });
        const { workload, ecsCheaperFrom, ecsCheaperForGoodFrom } = curve;
        return { workload, ecsCheaperFrom, ecsCheaperForGoodFrom };
      }),
  };
}

/** Prices as the sliders have them. */
export function scaledPrices(
  prices: PriceTable,
  {
    lambdaPriceFactor,
    fargatePriceFactor,
  }: Pick<WhatIfSettings, "lambdaPriceFactor" | "fargatePriceFactor">,
): PriceTable {
  return {
    ...prices,
    lambdaUsdPerGbSecond: prices.lambdaUsdPerGbSecond * lambdaPriceFactor,
    lambdaUsdPerRequest: prices.lambdaUsdPerRequest * lambdaPriceFactor,
    fargateUsdPerVcpuHour: prices.fargateUsdPerVcpuHour * fargatePriceFactor,
    fargateUsdPerGbHour: prices.fargateUsdPerGbHour * fargatePriceFactor,
    loadBalancerUsdPerHour: prices.loadBalancerUsdPerHour * fargatePriceFactor,
  };
}

/** 1 where the cell is Lambda's; 0 where it is ECS's, and where it has no label. */
function labelOf(
  { labels }: WhatIfCell,
  { margin, clock, lambdaPriceFactor, fargatePriceFactor }: WhatIfSettings,
): number {
  const medians = labels[clock];
  if (medians === null) return 0;
  const side = (at: 0 | 1, factor: number): { latencyMs: number; costUsd: number } => ({
    latencyMs: medians.ms[at] ?? Infinity,
    costUsd: (medians.usd[at] ?? Infinity) * factor,
  });
  const { faster, cheaper } = quantileVerdict(
    side(1, lambdaPriceFactor),
    side(0, fargatePriceFactor),
    { latencyMargin: margin, costMargin: margin },
  );
  return Number(faster && cheaper);
}

function policyOf(
  policy: string,
  { cells }: WhatIfData,
  { clock, lambdaPriceFactor, fargatePriceFactor, sloLimit }: WhatIfSettings,
  choose: (cell: WhatIfCell) => number,
): WhatIfPolicy {
  const judged = cells.filter(({ requests }) => requests > 0);
  const requests = sum(judged, (cell) => cell.requests);
  const mean = (of: (cell: WhatIfCell, choice: number) => number): number =>
    sum(judged, (cell) => cell.requests * of(cell, choose(cell))) / requests;
  const factors = [fargatePriceFactor, lambdaPriceFactor];
  return {
    policy,
    lambdaShare: mean((_, choice) => choice),
    latencyMs: mean(({ meanMs }, choice) => meanMs[clock][choice] ?? NaN),
    costUsd: mean(({ meanUsd }, choice) => (meanUsd[choice] ?? NaN) * factors[choice]),
    missedShare: mean(({ misses }, choice) => misses[choice][sloLimit]),
  };
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
