import { ECS, LAMBDA, PLATFORMS, type CampaignPlan } from "../campaign/index.js";
import { requestId } from "./log-place.js";
import type { SimulatedRun } from "./simulated-run.js";

/**
 * A request as one line of a log, in the format of the author's campaigns, marked `simulated` and
 * with what the other platform would have made of it in `counterfactual`. `timestamp` is when the
 * request was sent. Failures are rows like any other: `http_status` 0 where the client gave up, and
 * no execution time.
 *
 * Written by hand: JSON.stringify of an object a row takes four times as long, and every value is a
 * number or a word of the vocabulary.
 */
export function logLine(plan: CampaignPlan, run: SimulatedRun, row: number): string {
  const platform = run.platform[row];
  const other = platform === ECS ? LAMBDA : ECS;
  const seen = run.outcomes[platform];
  const unseen = run.outcomes[other];
  const { workload, lambdaMemoryMb } = plan.workloads[run.workload[row]];
  const { window, pattern } = run.scheduled.run;
  const size = run.actualPayloadKb[row];
  const context =
    plan.layout === "flat"
      ? ""
      : `"target_payload_size_kb":${run.targetPayloadKb[row]},"actual_payload_size_kb":${size},"time_window":"${window}","load_pattern":"${pattern}",`;
  const ok = seen.status[row] === 200;
  const onPlatform =
    platform === LAMBDA
      ? `"memory_used_mb":"${lambdaMemoryMb}","memory_limit_mb":"${lambdaMemoryMb}","cold_start":${seen.coldStart[row] === 1},`
      : `"cpu_percent":${seen.cpuPercent[row]},`;
  const metrics = ok
    ? `"execution_time_ms":${seen.executionTimeMs[row]},${onPlatform}"payload_size_kb":${size}`
    : `"payload_size_kb":${size}`;
  const unseenOk = unseen.status[row] === 200;
  const cold = other === LAMBDA && unseenOk ? String(unseen.coldStart[row] === 1) : "null";
  return (
    `{"request_id":"${requestId(run, row)}","platform":"${PLATFORMS[platform]}","workload_type":"${workload}",` +
    `"timestamp":"${new Date(run.sentMs[row]).toISOString()}","http_status":${seen.status[row]},"response_time_ms":${seen.responseTimeMs[row]},` +
    `${context}"simulated":true,"counterfactual":{"platform":"${PLATFORMS[other]}","execution_time_ms":${unseenOk ? unseen.executionTimeMs[row] : null},` +
    `"response_time_ms":${unseen.responseTimeMs[row]},"http_status":${unseen.status[row]},"cold_start":${cold}},"metrics":{${metrics}}}\n`
  );
}
