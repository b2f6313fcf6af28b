import { NO_PLATFORM, type CampaignPlan } from "../campaign/index.js";
import {
  mapColumns,
  MISSING,
  namePayloads,
  REQUEST_COLUMNS,
  type RequestColumns,
  type Requests,
} from "../requests/index.js";
import type { DrawnRequests } from "./draw-requests.js";
import { plannedRequests } from "./planned-requests.js";
import { plannedNames, scenarioCodes, workloadCodes } from "./planned-names.js";

/**
 * The requests of a plan before any platform was chosen, one row a request, in the order of runs
 * and of sending: those that the simulator answers with the same plan and seed. They hold what a
 * router is told of a request (workload, size, window, pattern, time), and nothing of how it went.
 */
export function plannedCampaign(plan: CampaignPlan, seed: number | string): Requests {
  const runs = [...plannedRequests(plan, seed)];
  const rowCount = runs.reduce((sum, { requests }) => sum + requests.sendMs.length, 0);
  const columns = mapColumns<RequestColumns>(REQUEST_COLUMNS, (_, type) =>
    new type(rowCount).fill(type === Float64Array ? NaN : MISSING),
  );
  columns.platform.fill(NO_PLATFORM);
  columns.httpStatus.fill(0);
  columns.fileIndex.fill(0);
  let from = 0;
  for (const { scheduled, requests } of runs) {
    fillRun(columns, from, plan, requests, scheduled.startMs);
    const to = from + requests.sendMs.length;
    const { window, pattern } = scenarioCodes(plan, scheduled.run);
    columns.timeWindow.fill(window, from, to);
    columns.loadPattern.fill(pattern, from, to);
    from = to;
  }
  const planned = {
    ...columns,
    rowCount,
    provenance: { kind: "simulated" as const, name: `${plan.name}, seed ${seed}` },
    files: [],
    ...plannedNames(plan),
    payloadKb: new Float64Array(0),
  };
  return { ...planned, payloadKb: namePayloads(planned) };
}

function fillRun(
  columns: RequestColumns,
  from: number,
  plan: CampaignPlan,
  { sendMs, workload, bytes, targetPayloadKb }: DrawnRequests,
  startMs: number,
): void {
  const codes = workloadCodes(plan);
  for (let i = 0; i < sendMs.length; i++) {
    const row = from + i;
    columns.lineNumber[row] = row + 1;
    columns.requestIdHash[row] = row;
    columns.workload[row] = codes[workload[i]];
    columns.timestampMs[row] = Math.floor(startMs + sendMs[i]);
    columns.actualPayloadKb[row] = bytes[i] / 1024;
    if (plan.layout !== "flat") columns.targetPayloadKb[row] = targetPayloadKb[i];
  }
}
