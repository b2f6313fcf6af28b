import { ECS, LAMBDA, type CampaignPlan } from "../campaign/index.js";
import {
  COUNTERFACTUAL_COLUMNS,
  hashRequestId,
  mapColumns,
  MISSING,
  namePayloads,
  REQUEST_COLUMNS,
  type Counterfactual,
  type RequestColumns,
  type Requests,
} from "../requests/index.js";
import { logPlaces, logRows, pairId, platformOfLogRow, requestOfLogRow } from "./log-place.js";
import { plannedNames, scenarioCodes, workloadCodes } from "./planned-names.js";
import { simulateRuns, type SimulationOptions } from "./simulate.js";
import type { SimulatedRun } from "./simulated-run.js";
import { TotalsCounter, type SimulationTotals } from "./totals.js";

export interface SimulatedCampaign {
  requests: Requests;
  /**
   * What the other platform would have made of each request, row by row; in a duet, what it did:
   * the outcome of the other half. Never a feature.
   */
  counterfactual: Counterfactual;
  totals: SimulationTotals;
}

/**
 * Simulates a plan straight into columns, without logs: the same rows (two a pair in a duet), in
 * the same order, as reading the logs that `writeSimulatedLogs` writes with this seed (ids aside:
 * `requestIdHash` numbers the requests instead).
 */
export function simulate(plan: CampaignPlan, options: SimulationOptions): SimulatedCampaign {
  const counter = new TotalsCounter(plan);
  const runs: SimulatedRun[] = [];
  for (const run of simulateRuns(plan, options)) {
    counter.add(run);
    runs.push(run);
  }
  const places = placeRows(plan, runs);
  const { requests, counterfactual } = emptyCampaign(
    plan,
    places.rowCount,
    places.files,
    `${plan.name}, seed ${options.seed}`,
  );
  for (const run of runs) fillRows(plan, run, requests, counterfactual, places);
  requests.payloadKb = namePayloads(requests);
  return { requests, counterfactual, totals: counter.totals() };
}

interface Places {
  rowCount: number;
  /** Sorted by path, as the reader lists them. */
  files: string[];
  /** First row of each file. */
  firstRow: Uint32Array;
  fileIndex: Uint32Array;
  /** Row of each request of a run. */
  rowsOf(run: SimulatedRun): Uint32Array;
}

/**
 * Gives each request the row it has when the logs are read: by file, then in the order of sending.
 */
function placeRows(plan: CampaignPlan, runs: readonly SimulatedRun[]): Places {
  const order = new Map<string, number>();
  const fileOfRequest = runs.map((run) => {
    const placeOf = logPlaces(plan, run);
    const file = new Uint32Array(logRows(run));
    for (let i = 0; i < file.length; i++) {
      const name = placeOf(i);
      let code = order.get(name);
      if (code === undefined) order.set(name, (code = order.size));
      file[i] = code;
    }
    return file;
  });
  const files = [...order.keys()].sort();
  const rank = new Uint32Array(order.size);
  files.forEach((name, i) => (rank[order.get(name)!] = i));
  const count = new Uint32Array(files.length);
  for (const file of fileOfRequest)
    for (let i = 0; i < file.length; i++) count[(file[i] = rank[file[i]])]++;
  const firstRow = new Uint32Array(files.length);
  for (let f = 1; f < files.length; f++) firstRow[f] = firstRow[f - 1] + count[f - 1];
  const rowCount = runs.reduce((sum, run) => sum + logRows(run), 0);
  const fileIndex = new Uint32Array(rowCount);
  const next = firstRow.slice();
  const rows = fileOfRequest.map((file) =>
    file.map((f) => {
      const row = next[f]++;
      fileIndex[row] = f;
      return row;
    }),
  );
  return { rowCount, files, firstRow, fileIndex, rowsOf: (run) => rows[run.index] };
}

function fillRows(
  plan: CampaignPlan,
  run: SimulatedRun,
  to: Requests,
  other: Counterfactual,
  places: Places,
): void {
  const rows = places.rowsOf(run);
  const fill = rowWriter(plan, run, to, other);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    fill(i, row);
    to.fileIndex[row] = places.fileIndex[row];
    to.lineNumber[row] = row - places.firstRow[places.fileIndex[row]] + 1;
    to.requestIdHash[row] = row;
  }
}

/**
 * Writes log row `i` of a run into row `row` of the columns: everything but its place in a file and
 * its id.
 */
export function rowWriter(
  plan: CampaignPlan,
  run: SimulatedRun,
  to: RequestColumns,
  other: Counterfactual,
): (i: number, row: number) => void {
  const flat = plan.layout === "flat";
  const { window: windowCode, pattern: patternCode } = scenarioCodes(plan, run.scheduled.run);
  const workloadCode = workloadCodes(plan);
  return (logRow, row) => {
    const i = requestOfLogRow(run, logRow);
    const platform = platformOfLogRow(run, logRow);
    const unseenPlatform = platform === ECS ? LAMBDA : ECS;
    const seen = run.outcomes[platform];
    const unseen = run.outcomes[unseenPlatform];
    const ok = seen.status[i] === 200;
    to.platform[row] = platform;
    to.workload[row] = workloadCode[run.workload[i]];
    to.timestampMs[row] = run.sentMs[i];
    to.httpStatus[row] = seen.status[i];
    to.responseTimeMs[row] = seen.responseTimeMs[i];
    to.executionTimeMs[row] = seen.executionTimeMs[i];
    to.targetPayloadKb[row] = flat ? NaN : run.targetPayloadKb[i];
    to.actualPayloadKb[row] = run.actualPayloadKb[i];
    to.timeWindow[row] = windowCode;
    to.loadPattern[row] = patternCode;
    to.memoryUsedMb[row] = to.memoryLimitMb[row] =
      ok && platform === LAMBDA ? plan.workloads[run.workload[i]].lambdaMemoryMb : NaN;
    to.coldStart[row] = seen.coldStart[i];
    to.cpuPercent[row] = platform === ECS ? seen.cpuPercent[i] : NaN;
    to.pairIdHash[row] = run.duet ? hashRequestId(pairId(run, i)) : NaN;
    to.sentFirst[row] = run.duet ? Number(platform === run.platform[i]) : MISSING;
    to.billedDurationMs[row] = seen.billedDurationMs[i];
    to.initDurationMs[row] = seen.initDurationMs[i];
    to.runningTasks[row] = seen.runningTasks[i];
    other.platform[row] = unseenPlatform;
    other.httpStatus[row] = unseen.status[i];
    other.executionTimeMs[row] = unseen.executionTimeMs[i];
    other.responseTimeMs[row] = unseen.responseTimeMs[i];
    other.coldStart[row] = unseen.coldStart[i];
  };
}

/** Columns of so many rows, to be filled; sizes are named once they are. */
export function emptyCampaign(
  plan: CampaignPlan,
  rowCount: number,
  files: string[],
  name: string,
): { requests: Requests; counterfactual: Counterfactual } {
  return {
    requests: {
      rowCount,
      provenance: { kind: "simulated", name },
      files,
      ...plannedNames(plan),
      ...mapColumns<RequestColumns>(REQUEST_COLUMNS, (_, type) => new type(rowCount)),
      payloadKb: new Float64Array(0),
    },
    counterfactual: mapColumns<Counterfactual>(
      COUNTERFACTUAL_COLUMNS,
      (_, type) => new type(rowCount),
    ),
  };
}
