import { BLOCK_MINUTES } from "../../requests/index.js";
import { ECS, LAMBDA, NO_PLATFORM } from "../../campaign/index.js";
import type { AuditData } from "../audit-data.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { count, number, percent } from "../words.js";

interface LoadDifference {
  /** Pairs in five minutes of unlike load, as a share of all. */
  share: number;
  unlike: number;
  /** Of the whole campaign, by ECS and LAMBDA. */
  requests: [number, number];
  kib: [number, number];
}

/**
 * The load each platform carried beside the other's, in every five minutes: requests and KiB, pairs
 * and all else that was logged. Halves are compared as if both platforms were under the same load;
 * requests to one of them alone, repeats and bodies of different sizes make it another's.
 */
export const pairLoad: Check = {
  id: "pair-load",
  group: "pairs",
  question: "Do both platforms carry the same load?",
  needs: ["requests", "pairs"],
  thresholds: { differs: 0.1, warn: 0.02, fail: 0.1 },
  condition: ({ differs, warn, fail }) =>
    `at most ${percent(warn)} of the pairs lie in five minutes in which one platform got ` +
    `${percent(differs)} more requests or KiB than the other (fail: above ${percent(fail)})`,
  run(data, { differs, warn, fail }) {
    if (data.pairs.count === 0) return notApplicable("No pair has both halves in the logs.");
    const { share, unlike, requests, kib } = measureLoad(data, differs);
    return {
      verdict: judgeSteps(share, warn, fail),
      value: share,
      evidence:
        `ECS got ${count(requests[ECS])} requests and ${number(kib[ECS] / 1024)} MiB, Lambda ` +
        `${count(requests[LAMBDA])} and ${number(kib[LAMBDA] / 1024)} MiB; ${percent(share)} of ` +
        `the pairs lie in five minutes in which they differ by more than ${percent(differs)}.`,
      advice:
        share <= warn
          ? NOTHING_TO_DO
          : "Send nothing beside the pairs while they are measured, and no half twice: a " +
            "platform with more to do is slower for reasons that its halves do not show.",
      offenders:
        unlike > 0 ? [{ label: "pairs in five minutes of unlike load", count: unlike }] : [],
    };
  },
};

/** Requests and KiB that the platforms got in one block of time, and its pairs. */
interface Block {
  requests: [number, number];
  kib: [number, number];
  pairs: number;
}

function measureLoad(data: AuditData, differs: number): LoadDifference {
  const { requests, pairs, payloadKb } = data;
  const blocks = new Map<number, Block>();
  const blockOf = (row: number): Block => {
    const key = Math.floor(requests.timestampMs[row] / (BLOCK_MINUTES * 60_000));
    const block = blocks.get(key) ?? { requests: [0, 0], kib: [0, 0], pairs: 0 };
    blocks.set(key, block);
    return block;
  };
  const total: Block = { requests: [0, 0], kib: [0, 0], pairs: 0 };
  for (let row = 0; row < requests.rowCount; row++) {
    const platform = requests.platform[row];
    if (platform === NO_PLATFORM) continue;
    for (const block of [blockOf(row), total]) {
      block.requests[platform]++;
      block.kib[platform] += Number.isNaN(payloadKb[row]) ? 0 : payloadKb[row];
    }
  }
  for (let pair = 0; pair < pairs.count; pair++) blockOf(pairs.firstRow[pair]).pairs++;
  const apart = ([ecs, lambda]: [number, number]): boolean =>
    Math.abs(ecs - lambda) > differs * Math.min(ecs, lambda);
  let unlike = 0;
  for (const block of blocks.values())
    if (apart(block.requests) || apart(block.kib)) unlike += block.pairs;
  return { share: unlike / pairs.count, unlike, requests: total.requests, kib: total.kib };
}
