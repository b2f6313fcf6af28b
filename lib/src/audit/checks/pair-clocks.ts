import { BLOCK_MINUTES } from "../../requests/index.js";
import { ECS, LAMBDA, PLATFORMS } from "../../campaign/index.js";
import { median, theilSenSlope, type Interval } from "../../statistics/index.js";
import type { AuditData } from "../audit-data.js";
import { NOTHING_TO_DO, notApplicable, type Check, type Thresholds } from "../check.js";
import { cellLevel } from "../judge.js";
import {
  answeredPairs,
  aroundTypical,
  judgeEffect,
  PAIR_CONTEXT,
  transportMs,
} from "../pair-effects.js";
import { count, milliseconds, number, percent, percentInterval } from "../words.js";

interface Drift {
  blocks: number;
  hours: number;
  /** Typical response, ms. */
  typicalMs: number;
  /**
   * How much the time outside the handler has grown over the campaign, Lambda less ECS, as a share
   * of the typical response.
   */
  between: Interval;
  /** On each platform alone, ms. */
  alone: [ecs: Interval, lambda: Interval];
}

/** Five-minute blocks that slopes are taken over: beyond it, every k-th of them. */
const MOST_BLOCKS = 500;
const LEAST_BLOCKS = 10;

/**
 * What a response spends outside the handler is what the client's clock says less what the
 * platform's says. Where it grows or shrinks over the campaign on one platform and not on the
 * other, a clock runs at another speed, or a platform changed under way. Medians of five minutes of
 * the difference within pairs, around what is typical of workload, size and pattern; Theil and
 * Sen's slope over the time.
 */
export const pairClocks: Check = {
  id: "pair-clocks",
  group: "pairs",
  question: "Does the clock of one platform drift against the client's?",
  needs: ["requests", "execution", "pairs"],
  thresholds: { warn: 0.05, fail: 0.15 },
  condition: ({ warn, fail }) =>
    "over the campaign response minus execution changes on one platform as on the other, to " +
    `${percent(warn)} of a typical response (fail: certainly more than ${percent(fail)})`,
  run(data, thresholds) {
    const drift = measureDrift(data);
    return drift === null
      ? notApplicable(`Fewer than ${LEAST_BLOCKS} five-minute blocks have answered pairs enough.`)
      : inWords(drift, thresholds);
  },
};

function measureDrift(data: AuditData): Drift | null {
  const { requests } = data;
  const pairs = answeredPairs(data, PAIR_CONTEXT).pairs.filter(
    ({ ecsRow, lambdaRow }) =>
      !Number.isNaN(transportMs(requests, ecsRow) + transportMs(requests, lambdaRow)),
  );
  const own = [ECS, LAMBDA].map((platform) =>
    aroundTypical(pairs, ({ ecsRow, lambdaRow }) =>
      transportMs(requests, platform === ECS ? ecsRow : lambdaRow),
    ),
  );
  const between = aroundTypical(
    pairs,
    ({ ecsRow, lambdaRow }) => transportMs(requests, lambdaRow) - transportMs(requests, ecsRow),
  );
  const rowsOfBlock = new Map<number, number[]>();
  pairs.forEach(({ block }, i) => {
    if (Number.isNaN(between[i])) return;
    const rows = rowsOfBlock.get(block);
    if (rows) rows.push(i);
    else rowsOfBlock.set(block, [i]);
  });
  const step = Math.ceil(rowsOfBlock.size / MOST_BLOCKS);
  const blocks = [...rowsOfBlock].sort(([a], [b]) => a - b).filter((_, i) => i % step === 0);
  if (blocks.length < LEAST_BLOCKS) return null;
  const length = blocks[blocks.length - 1][0] - blocks[0][0];
  const typicalMs = median(
    pairs.flatMap(({ ecsRow, lambdaRow }) =>
      [ecsRow, lambdaRow].map((row) => requests.responseTimeMs[row]),
    ),
  );
  const over = (values: Float64Array, unit: number): Interval => {
    const { estimate, low, high, level } = theilSenSlope(
      blocks.map(([block]) => block / length),
      blocks.map(([, rows]) => median(rows.map((i) => values[i]))),
      cellLevel(1),
    );
    return { estimate: estimate / unit, low: low / unit, high: high / unit, level };
  };
  return {
    blocks: blocks.length,
    hours: (length * BLOCK_MINUTES) / 60,
    typicalMs,
    between: over(between, typicalMs),
    alone: [over(own[ECS], 1), over(own[LAMBDA], 1)],
  };
}

function inWords(
  { blocks, hours, typicalMs, between, alone }: Drift,
  { warn, fail }: Thresholds,
): ReturnType<Check["run"]> {
  const verdict = judgeEffect(between, warn, fail);
  const platform = Math.abs(alone[LAMBDA].estimate) > Math.abs(alone[ECS].estimate) ? LAMBDA : ECS;
  return {
    verdict,
    value: between.estimate,
    interval: between,
    evidence:
      `Over ${number(hours)} hours (${count(blocks)} blocks of five minutes) response minus ` +
      `execution changed by ${milliseconds(alone[ECS].estimate)} on ECS and by ` +
      `${milliseconds(alone[LAMBDA].estimate)} on Lambda; the difference within pairs by ` +
      `${percentInterval(between)} of a typical response of ${milliseconds(typicalMs)}.`,
    advice:
      verdict === "pass"
        ? NOTHING_TO_DO
        : "Compare pairs on the client's clock, which both halves share, and look what changed " +
          `on ${PLATFORMS[platform]} while the campaign ran.`,
  };
}
