import { clusteredMean } from "../../attainability/index.js";
import { ECS, LAMBDA, PLATFORMS } from "../../campaign/index.js";
import { normalQuantile, type Interval } from "../../statistics/index.js";
import type { AuditData } from "../audit-data.js";
import {
  NOTHING_TO_DO,
  notApplicable,
  PLATFORM_CLOCK_DECIDES_NOTHING,
  type Check,
} from "../check.js";
import { cellLevel } from "../judge.js";
import { loadThirds } from "../load.js";
import { list, number } from "../words.js";

/**
 * Fewer requests of a size than this in the quietest or the busiest third, or fewer minutes of a
 * group, make no comparison.
 */
const LEAST_ROWS = 20;
const LEAST_MINUTES = 10;

/** Rows of one workload on one platform, of sizes that both thirds have. */
interface Group {
  workload: string;
  platform: number;
  /**
   * ln(ms) of each row, less that of its size halfway between both thirds: what is left is load and
   * chance.
   */
  quiet: Rows;
  busy: Rows;
}
interface Rows {
  value: number[];
  minute: number[];
}

/**
 * The same work at different load, by the platform's own clock: what a platform calls execution
 * should not know how many others ask at the same time. Geometric mean of the time in the busiest
 * third over that in the quietest, each size compared with itself (the sizes that get through may
 * differ); requests of one minute count as one draw.
 */
export const loadExecution: Check = {
  id: "load-execution",
  group: "consistency",
  question: "Does unchanged work take the platform longer under load?",
  needs: ["requests", "execution"],
  notNeededForPairs: PLATFORM_CLOCK_DECIDES_NOTHING,
  thresholds: { warn: 1.25, fail: 1.5 },
  condition: ({ warn, fail }) =>
    `no execution time changes for certain, and ${warn} times or more, from the quietest to ` +
    `the busiest third (fail: certainly more than ${fail} times)`,
  run(data, { warn, fail }) {
    const load = loadThirds(data.requests);
    const groups = groupRows(data, load.third);
    if (groups.length === 0)
      return notApplicable(
        `No workload has ${LEAST_ROWS} answers of a size, from ${LEAST_MINUTES} minutes, in ` +
          "both the quietest and the busiest third; a campaign of one rate has no busiest " +
          "third.",
      );
    const level = cellLevel(groups.length);
    const table = groups.map((group) => ({
      workload: group.workload,
      platform: PLATFORMS[group.platform],
      requests: group.quiet.value.length + group.busy.value.length,
      growth: growthOf(group, level),
    }));
    const most = [...table].sort((a, b) => factor(b.growth.estimate) - factor(a.growth.estimate));
    const changed = most.filter(
      ({ growth }) => factor(growth.estimate) >= warn && (growth.low > 1 || growth.high < 1),
    );
    const worst = changed[0] ?? most[0];
    const certain = changed.some(({ growth }) => growth.low > fail || growth.high < 1 / fail);
    const words = ({ workload, platform, growth: g }: (typeof table)[number]): string =>
      `${workload} on ${platform} ${number(g.estimate)} times [${number(g.low)}, ` +
      `${number(g.high)}]`;
    return {
      verdict: certain ? "fail" : changed.length > 0 ? "warn" : "pass",
      value: worst.growth.estimate,
      interval: worst.growth,
      evidence:
        `From minutes ${load.names[0]} to ${load.names[2]}, the execution time of the same ` +
        `work changes most for ${list((changed.length > 0 ? changed : [worst]).map(words))}; ` +
        `${changed.length} of ${table.length} groups change.`,
      advice:
        changed.length === 0 ? NOTHING_TO_DO : whatToDo(worst.growth.estimate > 1, worst.platform),
      offenders: changed.map(({ workload, platform, requests }) => ({
        label: `${workload} on ${platform}`,
        count: requests,
      })),
      table: {
        columns: [
          { key: "workload", title: "workload", format: "text" },
          { key: "platform", title: "platform", format: "text" },
          { key: "requests", title: "requests compared", format: "count" },
          { key: "growth", title: "busiest over quietest third", format: "number" },
        ],
        rows: table,
      },
      figure: {
        kind: "dots",
        title: "Execution time of unchanged work, busiest over quietest third",
        xTitle: "times",
        yTitle: "workload and platform",
        labels: table.map(({ workload, platform }) => `${workload}, ${platform}`),
        intervals: table.map(({ growth }) => growth),
        references: [
          { name: "unchanged", value: 1 },
          { name: "called", value: warn },
        ],
      },
    };
  },
};

/**
 * Queues slow work down. Faster under load is only a clock that stops for what waiting brings
 * along: a handler that reads its body itself finds all of it there when it comes out of a queue.
 */
function whatToDo(slower: boolean, platform: string): string {
  return slower
    ? `Give ${platform} room to scale, or the model the load of the moment (requests in the ` +
        "last 10 and 60 s): as it is, the label follows how busy the campaign was."
    : `Find out what changed on ${platform} between quiet and busy runs (code, task size, ` +
        "number of tasks), whether time-outs dropped the slow answers, and whether its clock " +
        "runs while a body is read, which in a queue has come already: load makes no work faster.";
}

/** How many times something changed, whichever way. */
function factor(growth: number): number {
  return Math.max(growth, 1 / growth);
}

function growthOf({ quiet, busy }: Group, level: number): Interval {
  const z = normalQuantile(0.5 + level / 2);
  const before = clusteredMean(Float64Array.from(quiet.value), quiet.minute);
  const after = clusteredMean(Float64Array.from(busy.value), busy.minute);
  const change = after.mean - before.mean;
  const reach = z * Math.hypot(before.standardError, after.standardError);
  return {
    estimate: Math.exp(change),
    low: Math.exp(change - reach),
    high: Math.exp(change + reach),
    level,
  };
}

function groupRows({ requests, answeredRows, payloadKb }: AuditData, third: Uint8Array): Group[] {
  const groups: Group[] = [];
  for (const [workload, name] of requests.workloadNames.entries()) {
    for (const platform of [ECS, LAMBDA]) {
      const group: Group = {
        workload: name,
        platform,
        quiet: { value: [], minute: [] },
        busy: { value: [], minute: [] },
      };
      const bySize = new Map<number, [quiet: number[], middle: number[], busy: number[]]>();
      for (const row of answeredRows) {
        if (
          requests.workload[row] !== workload ||
          requests.platform[row] !== platform ||
          !(requests.executionTimeMs[row] > 0)
        )
          continue;
        // Where no size was logged the workload is taken as one size.
        const size = Number.isNaN(payloadKb[row]) ? -1 : payloadKb[row];
        let rows = bySize.get(size);
        if (!rows) bySize.set(size, (rows = [[], [], []]));
        rows[third[row]].push(row);
      }
      const log = (row: number): number => Math.log(requests.executionTimeMs[row]);
      for (const [quiet, , busy] of bySize.values()) {
        if (Math.min(quiet.length, busy.length) < LEAST_ROWS) continue;
        const halfway = (mean(quiet.map(log)) + mean(busy.map(log))) / 2;
        for (const [rows, to] of [
          [quiet, group.quiet],
          [busy, group.busy],
        ] as const) {
          for (const row of rows) {
            to.value.push(log(row) - halfway);
            to.minute.push(Math.floor(requests.timestampMs[row] / 60_000));
          }
        }
      }
      if (
        Math.min(new Set(group.quiet.minute).size, new Set(group.busy.minute).size) >= LEAST_MINUTES
      )
        groups.push(group);
    }
  }
  return groups;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
