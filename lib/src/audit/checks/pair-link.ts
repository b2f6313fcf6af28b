import { worstVerdict } from "../../campaign/index.js";
import { createRandom, median, theilSenSlope, type Interval } from "../../statistics/index.js";
import type { AuditData } from "../audit-data.js";
import { NOTHING_TO_DO, notApplicable, type Check, type Thresholds } from "../check.js";
import { cellLevel } from "../judge.js";
import {
  answeredPairs,
  aroundTypical,
  judgeEffect,
  PAIR_CONTEXT,
  transportMs,
  type AnsweredPair,
} from "../pair-effects.js";
import { list, number, percent, percentInterval } from "../words.js";

interface LinkEffect {
  workload: string;
  smallestKb: number;
  largestKb: number;
  /** Ms that a KiB of the body takes longer in the half that is sent second. */
  msPerKb: Interval;
  /** From the smallest to the largest body, as a share of the typical response at the largest. */
  grows: Interval;
}

/** Pairs of a workload that the slopes through all couples of them are taken of. */
const SAMPLE = 400;
const LEAST_PAIRS = 50;

/**
 * Both halves carry the same body over the client's one link. Where that is too narrow, the half
 * that is sent second waits for the first, and the longer the body the longer it waits. Looked at:
 * the time outside the handler, second half less first, around what is typical of workload, size
 * and pattern; Theil and Sen's slope over the size.
 */
export const pairLink: Check = {
  id: "pair-link",
  group: "pairs",
  question: "Does the half that is sent second wait for the client's link?",
  needs: ["requests", "execution", "pairs"],
  thresholds: { warn: 0.05, fail: 0.15 },
  condition: ({ warn, fail }) =>
    "from the smallest to the largest body of a workload the second half loses at most " +
    `${percent(warn)} of a response time to the first (fail: certainly above ${percent(fail)})`,
  run(data, thresholds) {
    const effects = measureLink(data);
    if (effects.length === 0)
      return notApplicable(
        `No workload has ${LEAST_PAIRS} answered pairs of two sizes that say which half was ` +
          "sent first.",
      );
    return inWords(effects, thresholds);
  },
};

function measureLink(data: AuditData): LinkEffect[] {
  const { requests, payloadKb } = data;
  const ordered = answeredPairs(data, PAIR_CONTEXT).pairs.filter(
    ({ order, ecsRow, lambdaRow }) =>
      order !== 0 &&
      !Number.isNaN(payloadKb[ecsRow]) &&
      !Number.isNaN(transportMs(requests, ecsRow) + transportMs(requests, lambdaRow)),
  );
  const around = aroundTypical(
    ordered,
    ({ ecsRow, lambdaRow }) => transportMs(requests, lambdaRow) - transportMs(requests, ecsRow),
  );
  // Where ECS is first, Lambda is the second half.
  const waits = ordered
    .map((pair, i) => ({ pair, ms: pair.order * around[i] }))
    .filter(({ ms }) => !Number.isNaN(ms));
  return requests.workloadNames.flatMap((workload, code) => {
    const own = waits.filter(({ pair }) => requests.workload[pair.ecsRow] === code);
    const sizes = own.map(({ pair }) => payloadKb[pair.ecsRow]);
    const [smallestKb, largestKb] = [Math.min(...sizes), Math.max(...sizes)];
    if (own.length < LEAST_PAIRS || smallestKb === largestKb) return [];
    const sample = createRandom(`pair link ${workload}`)
      .shuffle([...own.keys()])
      .slice(0, SAMPLE);
    const msPerKb = theilSenSlope(
      sample.map((i) => sizes[i]),
      sample.map((i) => own[i].ms),
      cellLevel(requests.workloadNames.length),
    );
    const largest = own.map(({ pair }) => pair).filter((_, i) => sizes[i] === largestKb);
    const share = (largestKb - smallestKb) / typicalSecondMs(data, largest);
    const grows: Interval = {
      estimate: msPerKb.estimate * share,
      low: msPerKb.low * share,
      high: msPerKb.high * share,
      level: msPerKb.level,
    };
    return [{ workload, smallestKb, largestKb, msPerKb, grows }];
  });
}

function typicalSecondMs({ requests }: AuditData, pairs: readonly AnsweredPair[]): number {
  return median(
    pairs.map(
      ({ order, ecsRow, lambdaRow }) => requests.responseTimeMs[order === 1 ? lambdaRow : ecsRow],
    ),
  );
}

function inWords(
  effects: readonly LinkEffect[],
  { warn, fail }: Thresholds,
): ReturnType<Check["run"]> {
  // Only a second half that loses starves; one that gains has the order, not the link, to thank.
  const table = effects.map((effect) => ({
    ...effect,
    verdict: effect.grows.estimate > 0 ? judgeEffect(effect.grows, warn, fail) : ("pass" as const),
  }));
  const worst = table.reduce((a, b) => (b.grows.estimate > a.grows.estimate ? b : a));
  const bad = table.filter(({ verdict }) => verdict !== "pass");
  return {
    verdict: worstVerdict(table.map(({ verdict }) => verdict)),
    value: worst.grows.estimate,
    interval: worst.grows,
    evidence:
      `From ${number(worst.smallestKb)} to ${number(worst.largestKb)} KiB of ${worst.workload} ` +
      `the half that is sent second loses ${percentInterval(worst.grows)} of its response time ` +
      `to the first (${number(worst.msPerKb.estimate)} ms a KiB); in ${bad.length} of ` +
      `${table.length} workloads that is too much.`,
    advice:
      bad.length === 0
        ? NOTHING_TO_DO
        : "Send from a place with a wider link, or smaller bodies: in " +
          `${list(bad.map(({ workload }) => workload))} the halves share what a request alone ` +
          "would have for itself.",
    offenders: bad.map(({ workload, grows }) => ({
      label: workload,
      count: Math.round(100 * grows.estimate),
    })),
    table: {
      columns: [
        { key: "workload", title: "workload", format: "text" },
        { key: "smallestKb", title: "smallest body (KiB)", format: "number" },
        { key: "largestKb", title: "largest (KiB)", format: "number" },
        { key: "msPerKb", title: "second half longer by (ms a KiB)", format: "number" },
        { key: "grows", title: "share of the response", format: "share" },
        { key: "verdict", title: "verdict", format: "verdict" },
      ],
      rows: table.map((row) => ({ ...row })),
    },
  };
}
