import { worstVerdict, type Verdict } from "../../campaign/index.js";
import type { Interval } from "../../statistics/index.js";
import type { AuditData } from "../audit-data.js";
import { NOTHING_TO_DO, notApplicable, type Check, type Thresholds } from "../check.js";
import { cellLevel, shareOf } from "../judge.js";
import {
  answeredPairs,
  aroundTypical,
  judgeEffect,
  meanOfPairs,
  PAIR_CONTEXT,
  type AnsweredPair,
} from "../pair-effects.js";
import { mantelHaenszel } from "../risk-difference.js";
import { counted, list, percent, percentInterval, points } from "../words.js";

interface OrderEffect {
  workload: string;
  pairs: number;
  ecsFirst: Interval;
  /** By how much longer the half takes that is sent second, as a share. */
  slower: Interval;
  /** Share of pairs in which Lambda is faster: where it is sent first less where it is second. */
  faster: Interval;
}

/** Pairs of a workload that are needed. */
const LEAST_PAIRS = 50;

/**
 * Does it matter which half is sent first? The order is drawn, so whatever differs between the two
 * orders is made by it. Looked at on the client's clock: how much longer the second half takes
 * (mean of ln times around what is typical of workload, size and pattern, pairs of five minutes
 * taken together), and how much more often a platform is the faster one where it is sent first
 * (Mantel and Haenszel over the same contexts).
 */
export const pairOrder: Check = {
  id: "pair-order",
  group: "pairs",
  question: "Does the answer depend on which half is sent first?",
  needs: ["requests", "pairs"],
  thresholds: { warn: 0.05, fail: 0.1 },
  condition: ({ warn, fail }) =>
    `in every workload the second half takes at most ${percent(warn)} longer than the first, and ` +
    `a platform is the faster one at most ${points(warn)} more often where it is first (fail: ` +
    `certainly more than ${percent(fail)} or ${points(fail)})`,
  run(data, thresholds) {
    const effects = measureOrder(data);
    if (effects.length === 0)
      return notApplicable(
        `No workload has ${LEAST_PAIRS} answered pairs that say which half was sent first.`,
        "Log with each half whether it was sent first.",
      );
    return inWords(effects, thresholds);
  },
};

function measureOrder(data: AuditData): OrderEffect[] {
  const { requests } = data;
  const ordered = answeredPairs(data, PAIR_CONTEXT).pairs.filter(({ order }) => order !== 0);
  const lnRatio = aroundTypical(ordered, ({ ecsRow, lambdaRow }) =>
    Math.log(requests.responseTimeMs[lambdaRow] / requests.responseTimeMs[ecsRow]),
  );
  const usable = ordered.map((pair, i) => ({ pair, lnRatio: lnRatio[i] }));
  const level = cellLevel(2 * requests.workloadNames.length);
  return requests.workloadNames.flatMap((workload, code) => {
    const own = usable.filter(
      ({ pair, lnRatio: ln }) => requests.workload[pair.ecsRow] === code && Number.isFinite(ln),
    );
    const pairs = own.map(({ pair }) => pair);
    const first = pairs.filter(({ order }) => order === 1).length;
    const faster = mantelHaenszel(strataOf(data, pairs), level);
    if (own.length < LEAST_PAIRS || faster === null) return [];
    // Where ECS is first, Lambda is the second half.
    const slower = meanOfPairs(
      own.map(({ pair, lnRatio: ln }) => pair.order * ln),
      pairs,
      level,
    );
    const ecsFirst = shareOf(first, pairs.length, requests.workloadNames.length);
    return [{ workload, pairs: pairs.length, ecsFirst, slower: exponential(slower), faster }];
  });
}

/** By context: in how many pairs Lambda was faster, where it was sent first (1) and second (0). */
function strataOf(
  { requests }: AuditData,
  pairs: readonly AnsweredPair[],
): { n1: number; k1: number; n0: number; k0: number }[] {
  const strata = new Map<number, { n1: number; k1: number; n0: number; k0: number }>();
  for (const { cell, order, ecsRow, lambdaRow } of pairs) {
    const stratum = strata.get(cell) ?? { n1: 0, k1: 0, n0: 0, k0: 0 };
    strata.set(cell, stratum);
    const lambdaFaster = Number(
      requests.responseTimeMs[lambdaRow] < requests.responseTimeMs[ecsRow],
    );
    if (order === -1) {
      stratum.n1++;
      stratum.k1 += lambdaFaster;
    } else {
      stratum.n0++;
      stratum.k0 += lambdaFaster;
    }
  }
  return [...strata.values()];
}

/** From a difference of ln to a share. */
function exponential({ estimate, low, high, level }: Interval): Interval {
  return { estimate: Math.expm1(estimate), low: Math.expm1(low), high: Math.expm1(high), level };
}

function inWords(
  effects: readonly OrderEffect[],
  { warn, fail }: Thresholds,
): ReturnType<Check["run"]> {
  const table = effects.map((effect) => ({
    ...effect,
    verdict: worstVerdict([
      judgeEffect(effect.slower, warn, fail),
      judgeEffect(effect.faster, warn, fail),
    ]) as Verdict,
  }));
  const size = ({ slower, faster }: OrderEffect): number =>
    Math.max(Math.abs(slower.estimate), Math.abs(faster.estimate));
  const worst = table.reduce((a, b) => (size(b) > size(a) ? b : a));
  const bad = table.filter(({ verdict }) => verdict !== "pass");
  return {
    verdict: worstVerdict(table.map(({ verdict }) => verdict)),
    value: worst.slower.estimate,
    interval: worst.slower,
    evidence:
      `In ${worst.workload} the half that is sent second takes ` +
      `${percentInterval(worst.slower)} longer, and Lambda is the faster one ` +
      `${points(worst.faster.estimate)} [${points(worst.faster.low)}, ` +
      `${points(worst.faster.high)}] more often where it is sent first; ECS was first in ` +
      `${percentInterval(worst.ecsFirst)} of ${counted(worst.pairs, "pair")}.`,
    advice:
      bad.length === 0
        ? NOTHING_TO_DO
        : "Find what the halves share that takes one at a time (a connection pool, the link, the " +
          `sender's CPU): in ${list(bad.map(({ workload }) => workload))} the order, which no ` +
          "request has in service, decides with.",
    offenders: bad.map(({ workload, pairs }) => ({ label: workload, count: pairs })),
    table: {
      columns: [
        { key: "workload", title: "workload", format: "text" },
        { key: "pairs", title: "pairs", format: "count" },
        { key: "ecsFirst", title: "ECS first", format: "share" },
        { key: "slower", title: "second half longer by", format: "share" },
        { key: "faster", title: "Lambda faster, first less second", format: "points" },
        { key: "verdict", title: "verdict", format: "verdict" },
      ],
      rows: table.map((row) => ({ ...row })),
    },
  };
}
