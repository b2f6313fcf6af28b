import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CheckResult } from "lib/audit";
import { ECS, LAMBDA } from "lib/campaign";
import { readRequests, selectRows, type Requests } from "lib/requests";
import { goodCampaign } from "../good-campaign.js";
import { change, checkRequests } from "../planted.js";
import type { PlantedFault } from "./planted-fault.js";

const HOUR_MS = 3_600_000;

function changed(
  campaign: Requests,
  chosen: (row: number) => boolean,
  to: (row: number, campaign: Requests) => void,
): Requests {
  return change(campaign, chosen, (row) => to(row, campaign));
}
export const wrongWindows = (share: number): Requests => {
  const campaign = goodCampaign(1);
  return change(
    campaign,
    (_, random) => random.uniform() < share,
    (row) => (campaign.timeWindow[row] = (campaign.timeWindow[row] + 1) % 5),
  );
};

/** The run of medium load at midday of the first day, renamed in its middle, after a pause. */
const renamedRun = (pauseMs: number): Requests => {
  const campaign = goodCampaign(1);
  const inRun = (row: number): boolean =>
    campaign.timeWindow[row] === 2 &&
    campaign.loadPattern[row] === 1 &&
    campaign.timestampMs[row] < Date.UTC(2025, 10, 23);
  const start = Math.min(...[...campaign.timestampMs].filter((_, row) => inRun(row)));
  return change(
    campaign,
    (row) => inRun(row) && campaign.timestampMs[row] >= start + 10 * 60_000,
    (row) => {
      campaign.timeWindow[row] = 4;
      campaign.timestampMs[row] += pauseMs;
    },
  );
};

/** Medium load with so large a share of its requests. */
const mediumLoad = (share: number): Requests =>
  goodCampaign(1, { keep: ({ pattern }, random) => pattern !== 1 || random.uniform() < share });

/** Requests whose first `count` on a platform ran with another memory limit. */
const memory = (platform: number, count: number, limitMb: number): Requests => {
  const campaign = goodCampaign(1);
  let seen = 0;
  return changed(
    campaign,
    (row) => campaign.platform[row] === platform && seen++ < count,
    (row) => (campaign.memoryLimitMb[row] = limitMb),
  );
};

/** ECS tasks whose handlers of the heavy workload used so much memory now and then. */
const usedMb = (mb: number): Requests => {
  const campaign = goodCampaign(1);
  return changed(
    campaign,
    (row) => campaign.platform[row] === ECS,
    (row) => {
      campaign.memoryLimitMb[row] = [512, 1024, 2048, 2048][campaign.workload[row]];
      if (campaign.workload[row] === 3 && row % 10 === 0) campaign.memoryUsedMb[row] = mb;
    },
  );
};

const grown = (factor: number): Requests => {
  const campaign = goodCampaign(1);
  return changed(
    campaign,
    (row) => campaign.workload[row] > 0,
    (row) => (campaign.actualPayloadKb[row] *= factor),
  );
};

/** The heavy workload on Lambda takes 2,000 ms in so large a share of its requests. */
const repeatedTime = (share: number): Requests => {
  const campaign = goodCampaign(1);
  return change(
    campaign,
    (row, random) =>
      campaign.workload[row] === 3 && campaign.platform[row] === LAMBDA && random.uniform() < share,
    (row) => (campaign.executionTimeMs[row] = 2000),
  );
};

export const unloggedSizes = (every: number): Requests => {
  const campaign = goodCampaign(1);
  return changed(
    campaign,
    (row) => campaign.platform[row] === ECS && row % every === 0,
    (row) => (campaign.actualPayloadKb[row] = NaN),
  );
};

/** Logs in which so large a share of Lambda's memory figures are strings, read from disk. */
async function stringMemory(share: number): Promise<CheckResult> {
  const folder = mkdtempSync(path.join(tmpdir(), "field-types-"));
  try {
    const line = (i: number): string => {
      const platform = i % 2 === 0 ? "ecs" : "lambda";
      const used = platform === "lambda" && (i % 2000) / 2000 < share ? "128" : 128;
      return JSON.stringify({
        request_id: `r${i}`,
        platform,
        workload_type: "lightweight_api",
        timestamp: new Date(Date.UTC(2025, 10, 22) + 1000 * i).toISOString(),
        http_status: 200,
        response_time_ms: 120 + (i % 7),
        metrics: { execution_time_ms: 80.5, memory_used_mb: used, payload_size_kb: 1 },
      });
    };
    writeFileSync(
      path.join(folder, "both.jsonl"),
      Array.from({ length: 20_000 }, (_, i) => line(i)).join("\n"),
    );
    const { requests, fieldTypes } = await readRequests(folder);
    return checkRequests("field-types", requests, { fieldTypes });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const rowsOf = (campaign: Requests): number[] => [...campaign.platform.keys()];
const repeated = (every: number): Requests => {
  const campaign = goodCampaign(1);
  return selectRows(campaign, [
    ...rowsOf(campaign),
    ...rowsOf(campaign).filter((row) => row % every === 0),
  ]);
};
/**
 * Requests sent in the same millisecond to the same platform and workload, that took another time:
 * not the same request.
 */
const sameMoment = (): Requests => {
  const campaign = repeated(50);
  const first = goodCampaign(1).rowCount;
  return changed(
    campaign,
    (row) => row >= first,
    (row) => {
      campaign.requestIdHash[row] = 1e9 + row;
      campaign.executionTimeMs[row] += 0.5;
    },
  );
};

const back = (ms: number): Requests => {
  const campaign = goodCampaign(1);
  return changed(
    campaign,
    (row) => row % 50 === 49,
    (row) => (campaign.timestampMs[row] -= ms),
  );
};

export const CONSISTENCY_FAULTS: readonly PlantedFault[] = [
  {
    check: "windows-clock",
    fault: "one window in five wrong",
    found: () => checkRequests("windows-clock", wrongWindows(0.2)),
    tooSmall: "one in a hundred",
    notCalled: () => checkRequests("windows-clock", wrongWindows(0.01)),
  },
  {
    check: "continued-runs",
    fault: "a run that goes on under another window's name",
    found: () => checkRequests("continued-runs", renamedRun(0)),
    evidence: /late_night, medium_load .* the end of midday, medium_load/,
    tooSmall: "one that does so after two minutes' pause",
    notCalled: () => checkRequests("continued-runs", renamedRun(120_000)),
  },
  {
    check: "pattern-arrivals",
    fault: "medium load that is hardly more than low load",
    found: () => checkRequests("pattern-arrivals", mediumLoad(0.5)),
    evidence: /only 1\.[345]\d* times low load/,
    tooSmall: "medium load that lacks a seventh",
    notCalled: () => checkRequests("pattern-arrivals", mediumLoad(0.85)),
  },
  {
    check: "memory-declared",
    fault: "a single request with another memory",
    found: () => checkRequests("memory-declared", memory(LAMBDA, 1, 3008)),
    tooSmall: "three requests where one in a thousand is allowed",
    notCalled: () => checkRequests("memory-declared", memory(LAMBDA, 3, 3008), {}, { rows: 0.001 }),
  },
  {
    check: "task-declared",
    fault: "more memory used than the declared task has",
    found: () => checkRequests("task-declared", usedMb(2049)),
    evidence: /heavy_processing limit 2,048, used up to 2,049, declared 2,048 MB/,
    tooSmall: "all of it used",
    notCalled: () => checkRequests("task-declared", usedMb(2048)),
  },
  {
    check: "task-declared",
    fault: "tasks of another memory limit",
    found: () => checkRequests("task-declared", memory(ECS, 1e9, 4096)),
    tooSmall: "one such task where one request in a thousand is allowed",
    notCalled: () => {
      const campaign = usedMb(60);
      campaign.memoryLimitMb[campaign.platform.indexOf(ECS)] = 4096;
      return checkRequests("task-declared", campaign, {}, { rows: 0.001 });
    },
  },
  {
    check: "payload-actual",
    fault: "base64's third",
    found: () => checkRequests("payload-actual", grown(4 / 3)),
    tooSmall: "three per cent",
    notCalled: () => checkRequests("payload-actual", grown(1.03)),
  },
  {
    check: "constant-measurements",
    fault: "an execution time that never varies",
    found: () => checkRequests("constant-measurements", repeatedTime(1)),
    tooSmall: "one that is the same in 85 of 100 requests",
    notCalled: () => checkRequests("constant-measurements", repeatedTime(0.85)),
  },
  {
    check: "fields-by-platform",
    fault: "sizes that one platform does not log in one request of twenty",
    found: () => checkRequests("fields-by-platform", unloggedSizes(20)),
    tooSmall: "in one of three hundred",
    notCalled: () => checkRequests("fields-by-platform", unloggedSizes(300)),
  },
  {
    check: "field-types",
    fault: "memory that is a string on Lambda and a number on ECS",
    found: () => stringMemory(1),
    verdict: "warn",
    evidence:
      /^1 of 9 fields change their type: metrics\.memory_used_mb \(ECS number 10,000; Lambda string 10,000\)\.$/,
    tooSmall: "one string in a thousand",
    notCalled: () => stringMemory(0.001),
  },
  {
    check: "duplicates",
    fault: "one request in fifty logged twice",
    found: () => checkRequests("duplicates", repeated(50)),
    tooSmall: "two requests of the same millisecond",
    notCalled: () => checkRequests("duplicates", sameMoment()),
  },
  {
    check: "time-order",
    fault: "rows two hours before their neighbours",
    found: () => checkRequests("time-order", back(2 * HOUR_MS)),
    tooSmall: "rows overtaken by twenty seconds",
    notCalled: () => checkRequests("time-order", back(20_000)),
  },
];
