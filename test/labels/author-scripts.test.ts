import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { THESIS_TERMS, labelRequests, UNLABELLED, type LabelScheme } from "lib/labels";
import { readRequests } from "lib/requests";
import { needsSharedData, sharedData } from "../shared-data.js";

/** A line of the log as the author's scripts see it. */
interface Line {
  place: string;
  platform: string;
  workload: string;
  ms: number;
  usd: number;
}

/**
 * His cost of a request: Lambda by what the log calls memory used (its limit), ECS by the task's
 * vCPU and memory, each on its own.
 */
const TASKS: Record<string, [vcpu: number, gb: number]> = {
  lightweight_api: [0.25, 0.5],
  thumbnail_processing: [0.5, 1],
  medium_processing: [1, 2],
  heavy_processing: [1, 2],
};
function costUsd(platform: string, workload: string, ms: number, memoryMb: string): number {
  if (platform === "lambda")
    return (Number(memoryMb) / 1024) * (ms / 1000) * 0.0000166667 + 0.2 / 1_000_000;
  const hours = ms / 1000 / 3600;
  return TASKS[workload][0] * 0.04656 * hours + TASKS[workload][1] * 0.00511 * hours;
}

/** The log lines straight from disk, files of failed requests passed over as he does. */
function readLines(folder: string): Line[] {
  return readdirSync(folder).flatMap((run) =>
    readdirSync(path.join(folder, run))
      .filter((file) => !file.includes("unknown"))
      .flatMap((file) =>
        readFileSync(path.join(folder, run, file), "utf8")
          .split("\n")
          .flatMap((text, i): Line[] => {
            if (text.trim() === "") return [];
            const {
              platform,
              workload_type: workload,
              metrics,
            } = JSON.parse(text) as {
              platform: string;
              workload_type: string;
              metrics: { execution_time_ms: number; memory_used_mb: string };
            };
            const ms = metrics.execution_time_ms;
            return [
              {
                place: `${run}/${file}:${i + 1}`,
                platform,
                workload,
                ms,
                usd: costUsd(platform, workload, ms, metrics.memory_used_mb),
              },
            ];
          }),
      ),
  );
}

/** pandas' `quantile`: linear between the order statistics. */
function pandasQuantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const share = position - below;
  const a = sorted[below];
  const b = sorted[Math.min(below + 1, sorted.length - 1)];
  return share < 0.5 ? a + (b - a) * share : b - (b - a) * (1 - share);
}

type Label = [faster: boolean, cheaper: boolean];
type Rule = (own: number, isLambda: boolean, lambda: number[], ecs: number[]) => boolean;

/** His variance script: each row against the other platform's median. */
const againstMedian: Rule = (own, isLambda, [, lambdaP50], [, ecsP50]) =>
  isLambda ? own < ecsP50 * (1 - 0.1) : lambdaP50 < own * (1 - 0.1);

/**
 * His version 6: each row against the quantile that its own bucket asks for; the four buckets spelt
 * out as the thesis does.
 */
const byBucket: Rule = (
  own,
  isLambda,
  [lambdaP25, lambdaP50, lambdaP75],
  [ecsP25, ecsP50, ecsP75],
) => {
  if (isLambda)
    return (
      own <
      (own <= lambdaP25 ? ecsP50 : own <= lambdaP50 ? ecsP50 : own <= lambdaP75 ? ecsP25 : ecsP25) *
        (1 - 0.1)
    );
  return (
    (own <= ecsP25
      ? lambdaP75
      : own <= ecsP50
        ? lambdaP50
        : own <= ecsP75
          ? lambdaP25
          : lambdaP25) <
    own * (1 - 0.1)
  );
};

function labelAll(lines: Line[], rule: Rule): Map<string, Label> {
  const labels = new Map<string, Label>();
  for (const workload of new Set(lines.map((line) => line.workload))) {
    const own = lines.filter((line) => line.workload === workload);
    const side = (platform: string) => own.filter((line) => line.platform === platform);
    const quantiles = (platform: string, of: (line: Line) => number): number[] =>
      [0.25, 0.5, 0.75].map((q) => pandasQuantile(side(platform).map(of), q));
    const ms = [quantiles("lambda", (line) => line.ms), quantiles("ecs", (line) => line.ms)];
    const usd = [quantiles("lambda", (line) => line.usd), quantiles("ecs", (line) => line.usd)];
    for (const line of own)
      labels.set(line.place, [
        rule(line.ms, line.platform === "lambda", ms[0], ms[1]),
        rule(line.usd, line.platform === "lambda", usd[0], usd[1]),
      ]);
  }
  return labels;
}

test(
  "the labels of both of the author's scripts, request by request, from the log lines alone",
  needsSharedData("variance-run"),
  async () => {
    const folder = sharedData("variance-run")!;
    const lines = readLines(folder);
    const { requests } = await readRequests(folder);
    assert.equal(lines.length, 88_161);
    for (const [scheme, rule] of [
      ["request-vs-median", againstMedian],
      ["percentile-bucket", byBucket],
    ] as [LabelScheme, Rule][]) {
      const expected = labelAll(lines, rule);
      const { latencyOptimal, costOptimal, balancedOptimal } = labelRequests(requests, {
        ...THESIS_TERMS,
        scheme,
      });
      let compared = 0;
      let unequal = 0;
      for (let row = 0; row < requests.rowCount; row++) {
        if (balancedOptimal[row] === UNLABELLED) continue;
        const [faster, cheaper] = expected.get(
          `${requests.files[requests.fileIndex[row]]}:${requests.lineNumber[row]}`,
        )!;
        compared++;
        if (
          latencyOptimal[row] !== Number(faster) ||
          costOptimal[row] !== Number(cheaper) ||
          balancedOptimal[row] !== Number(faster && cheaper)
        )
          unequal++;
      }
      assert.deepEqual([compared, unequal], [88_161, 0], scheme);
    }
  },
);
