import { ECS, LAMBDA, PLATFORMS, type CampaignPlan } from "../campaign/index.js";
import { pairId, platformOfLogRow, requestId, requestOfLogRow } from "./log-place.js";
import type { Outcomes, SimulatedRun } from "./simulated-run.js";

/**
 * A request as one line of a log, in the format of the author's campaigns, marked `simulated` and
 * with what the other platform would have made of it in `counterfactual`; a half of a pair names
 * its pair instead. `timestamp` is when the request was sent. Failures are rows like any other:
 * `http_status` 0 where the client gave up, and no execution time.
 *
 * Written by hand: JSON.stringify of an object a row takes four times as long, and every value is a
 * number or a word of the vocabulary.
 */
export function logLine(plan: CampaignPlan, run: SimulatedRun, logRow: number): string {
  const i = requestOfLogRow(run, logRow);
  const platform = platformOfLogRow(run, logRow);
  const seen = run.outcomes[platform];
  const { workload, lambdaMemoryMb } = plan.workloads[run.workload[i]];
  const { window, pattern } = run.scheduled.run;
  const size = run.actualPayloadKb[i];
  const context =
    plan.layout === "flat"
      ? ""
      : `"target_payload_size_kb":${run.targetPayloadKb[i]},"actual_payload_size_kb":${size},` +
        `"time_window":"${window}","load_pattern":"${pattern}",`;
  const pair = run.duet
    ? `"pair_id":"${pairId(run, i)}","sent_first":${platform === run.platform[i]},`
    : "";
  const other = run.duet ? "" : `"counterfactual":${counterfactualJson(run, i)},`;
  const metrics =
    seen.status[i] === 200
      ? `"execution_time_ms":${seen.executionTimeMs[i]},` +
        (platform === LAMBDA ? lambdaMetrics(seen, i, lambdaMemoryMb) : ecsMetrics(seen, i))
      : "";
  return (
    `{"request_id":"${requestId(run, logRow)}","platform":"${PLATFORMS[platform]}",` +
    `"workload_type":"${workload}","timestamp":"${new Date(run.sentMs[i]).toISOString()}",` +
    `"http_status":${seen.status[i]},"response_time_ms":${seen.responseTimeMs[i]},` +
    `${context}${pair}"simulated":true,${other}` +
    `"metrics":{${metrics}"payload_size_kb":${size}}}\n`
  );
}

function lambdaMetrics(seen: Outcomes, i: number, memoryMb: number): string {
  const init = Number.isNaN(seen.initDurationMs[i])
    ? ""
    : `"init_duration_ms":${seen.initDurationMs[i]},`;
  return (
    `"memory_used_mb":"${memoryMb}","memory_limit_mb":"${memoryMb}",` +
    `"cold_start":${seen.coldStart[i] === 1},` +
    `"billed_duration_ms":${seen.billedDurationMs[i]},${init}`
  );
}

function ecsMetrics(seen: Outcomes, i: number): string {
  return `"cpu_percent":${seen.cpuPercent[i]},"running_tasks":${seen.runningTasks[i]},`;
}

/** What the platform that a request was not sent to would have made of it. */
function counterfactualJson(run: SimulatedRun, i: number): string {
  const platform = run.platform[i] === ECS ? LAMBDA : ECS;
  const unseen = run.outcomes[platform];
  const ok = unseen.status[i] === 200;
  const cold = platform === LAMBDA && ok ? String(unseen.coldStart[i] === 1) : "null";
  return (
    `{"platform":"${PLATFORMS[platform]}",` +
    `"execution_time_ms":${ok ? unseen.executionTimeMs[i] : null},` +
    `"response_time_ms":${unseen.responseTimeMs[i]},"http_status":${unseen.status[i]},` +
    `"cold_start":${cold}}`
  );
}
