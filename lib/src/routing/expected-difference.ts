import {
  groupIntoCells,
  selectRows,
  answered,
  BLOCK_MINUTES,
  timeBlocks,
  type CellKey,
  type Requests,
  windowNames,
  patternNames,
} from "../requests/index.js";
import type { CostTerms } from "../labels/index.js";
import { codeRows, createRandom, type Interval } from "../statistics/index.js";
import { AXES, observedOutcomes, takeOutcomes, type Axis, type Outcomes } from "./outcomes.js";
import { resampledDifferences, type BlockSums } from "./resampled-differences.js";

/**
 * What Lambda takes more than ECS (below zero: less) for requests of one payload size, with its
 * interval.
 */
export interface SizeDifference {
  payloadKb: number;
  lambdaRows: number;
  ecsRows: number;
  /** Blocks of time that hold such requests: what the interval was resampled over. */
  blocks: number;
  lambdaMinusEcs: Record<Axis, Interval>;
}

/**
 * Sizes, ascending, of one workload; of one window and pattern, or (both null) of all of them
 * together.
 */
export interface DifferenceSeries {
  workload: string;
  window: string | null;
  pattern: string | null;
  sizes: SizeDifference[];
}

/**
 * Lambda minus ECS as a campaign's requests show it: by the client's clock in ms, in USD by the
 * terms given.
 */
export interface CampaignDifferences {
  blockMinutes: number;
  repeats: number;
  level: number;
  seed: number;
  series: DifferenceSeries[];
  /** Requests it was made from, and failed ones that were left out: they have no cost. */
  rows: number;
  failed: number;
}

/** What following one platform instead of the other is expected to change for a request. */
export interface ExpectedDifference {
  /** Lambda minus ECS: below zero, Lambda takes less. */
  lambdaMinusEcs: { responseTimeMs: Interval; costUsd: Interval };
  /** Which requests of the campaign it was taken from, in words. */
  from: string;
  lambdaRows: number;
  ecsRows: number;
  blocks: number;
}

/** Sizes this close are one size, as `payloadKb` groups them. */
const SAME_SIZE_KB = 0.01;

export interface DifferenceOptions {
  terms: CostTerms;
  seed: number;
  /** The requests to compare, ascending; all where left out. In a duet: the halves of its pairs. */
  rows?: Uint32Array;
  blockMinutes?: number;
  repeats?: number;
  level?: number;
}

/**
 * Differences between the platforms by workload, window, pattern and size, and by workload and size
 * alone, over a campaign's answered requests.
 */
export function campaignDifferences(
  requests: Requests,
  options: DifferenceOptions,
): CampaignDifferences {
  const { seed, terms, blockMinutes = BLOCK_MINUTES, repeats = 400, level = 0.95 } = options;
  const compared = options.rows ?? Uint32Array.from({ length: requests.rowCount }, (_, row) => row);
  const ok = new Uint8Array(requests.rowCount);
  for (const row of answered(requests)) ok[row] = 1;
  const rows = compared.filter((row) => ok[row] === 1);
  const known = selectRows(requests, rows);
  const outcomes = takeOutcomes(observedOutcomes(requests, terms), rows);
  const random = createRandom(seed).fork("expected differences");
  const series = (
    [
      ["workload", "payload", "window", "pattern"],
      ["workload", "payload"],
    ] as const
  ).flatMap((keys) =>
    seriesOf(known, outcomes, keys, blockMinutes, (sums) =>
      resampledDifferences(sums, random, { repeats, level }),
    ),
  );
  return {
    blockMinutes,
    repeats,
    level,
    seed,
    series,
    rows: rows.length,
    failed: compared.length - rows.length,
  };
}

function seriesOf(
  requests: Requests,
  outcomes: Outcomes,
  keys: readonly CellKey[],
  blockMinutes: number,
  resample: (sums: BlockSums) => SizeDifference["lambdaMinusEcs"] | null,
): DifferenceSeries[] {
  const cells = groupIntoCells(requests, keys);
  const blocks = timeBlocks(requests.timestampMs, blockMinutes);
  const slots = codeRows([cells.codeOfRow, blocks.blockOfRow], requests.rowCount);
  const served = [new Float64Array(slots.codeCount), new Float64Array(slots.codeCount)];
  const sums = AXES.map(() => [
    new Float64Array(slots.codeCount),
    new Float64Array(slots.codeCount),
  ]);
  for (let row = 0; row < requests.rowCount; row++) {
    const slot = slots.codeOfRow[row];
    const platform = requests.platform[row];
    served[platform][slot]++;
    AXES.forEach((axis, a) => (sums[a][platform][slot] += outcomes[axis][row]));
  }
  const slotsOfCell = Array.from({ length: cells.codeCount }, (): number[] => []);
  slots.firstRow.forEach((row, slot) => slotsOfCell[cells.codeOfRow[row]].push(slot));

  const sizes = requests.payloadKb;
  const found = new Map<string, DifferenceSeries>();
  slotsOfCell.forEach((own, cell) => {
    const row = cells.firstRow[cell];
    const take = (values: Float64Array): Float64Array =>
      Float64Array.from(own, (slot) => values[slot]);
    const lambdaMinusEcs = Number.isNaN(sizes[row])
      ? null
      : resample({
          rows: [take(served[0]), take(served[1])],
          sums: sums.map(([ecs, lambda]) => [take(ecs), take(lambda)] as const),
          runOfBlock: Uint32Array.from(
            own,
            (slot) => blocks.runOfBlock[blocks.blockOfRow[slots.firstRow[slot]]],
          ),
        });
    if (lambdaMinusEcs === null) return;
    const byScenario = keys.includes("window");
    const scenario = {
      window: byScenario ? (windowNames(requests)[requests.timeWindow[row]] ?? null) : null,
      pattern: byScenario ? (patternNames(requests)[requests.loadPattern[row]] ?? null) : null,
    };
    const name = { workload: requests.workloadNames[requests.workload[row]] ?? "", ...scenario };
    // Logs without windows or patterns have no scenarios: what they say is in the workload's own
    // series.
    if (byScenario && (name.window === null || name.pattern === null)) return;
    const key = JSON.stringify(name);
    const total = (values: Float64Array): number =>
      own.reduce((sum, slot) => sum + values[slot], 0);
    if (!found.has(key)) found.set(key, { ...name, sizes: [] });
    found.get(key)!.sizes.push({
      payloadKb: sizes[row],
      lambdaRows: total(served[1]),
      ecsRows: total(served[0]),
      blocks: own.length,
      lambdaMinusEcs,
    });
  });
  for (const { sizes: all } of found.values())
    all.sort((one, other) => one.payloadKb - other.payloadKb);
  return [...found.values()];
}

/**
 * The expected difference for a request: of its own context cell; between the two nearest sizes of
 * its scenario where its size was never sent; else the same over all scenarios of its workload.
 * Null where its size lies outside what was sent. The interval between two sizes is the two's,
 * mixed as the estimates are: wide enough whatever the two have in common.
 */
export function expectedDifference(
  { series, level }: CampaignDifferences,
  workload: string,
  sizeKb: number,
  window?: string,
  pattern?: string,
): ExpectedDifference | null {
  const own = series.find(
    (one) =>
      one.workload === workload &&
      one.window !== null &&
      one.window === window &&
      one.pattern === pattern,
  );
  const all = series.find((one) => one.workload === workload && one.window === null);
  return (own && at(own, sizeKb, level)) ?? (all && at(all, sizeKb, level)) ?? null;
}

function at(
  { workload, window, pattern, sizes }: DifferenceSeries,
  sizeKb: number,
  level: number,
): ExpectedDifference | null {
  const above = sizes.findIndex((size) => size.payloadKb >= sizeKb - SAME_SIZE_KB);
  if (above < 0 || (above === 0 && sizes[0].payloadKb > sizeKb + SAME_SIZE_KB)) return null;
  const exact = Math.abs(sizes[above].payloadKb - sizeKb) <= SAME_SIZE_KB;
  const high = sizes[above];
  const low = exact ? high : sizes[above - 1];
  const share = exact ? 1 : (sizeKb - low.payloadKb) / (high.payloadKb - low.payloadKb);
  const mix = (axis: Axis): Interval => {
    const [a, b] = [low, high].map((size) => size.lambdaMinusEcs[axis]);
    if (exact) return a;
    return {
      estimate: (1 - share) * a.estimate + share * b.estimate,
      low: (1 - share) * a.low + share * b.low,
      high: (1 - share) * a.high + share * b.high,
      level,
    };
  };
  const place = exact
    ? `${high.payloadKb} KiB`
    : `between ${low.payloadKb} and ${high.payloadKb} KiB`;
  const counted = exact ? [high] : [low, high];
  return {
    lambdaMinusEcs: { responseTimeMs: mix("latencyMs"), costUsd: mix("costUsd") },
    from:
      window === null
        ? `${workload}, ${place}, all windows and patterns`
        : `${workload}, ${place}, ${window}, ${pattern}`,
    lambdaRows: counted.reduce((sum, { lambdaRows }) => sum + lambdaRows, 0),
    ecsRows: counted.reduce((sum, { ecsRows }) => sum + ecsRows, 0),
    blocks: Math.min(...counted.map(({ blocks }) => blocks)),
  };
}
