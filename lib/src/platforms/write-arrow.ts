import type { CampaignPlan } from "../campaign/index.js";
import { makeFolder, PartialFiles } from "../files/index.js";
import {
  COUNTERFACTUAL_COLUMNS,
  mapColumns,
  REQUEST_COLUMNS,
  writeArrowPart,
  type Counterfactual,
  type RequestColumns,
} from "../requests/index.js";
import { emptyCampaign, rowWriter } from "./simulated-campaign.js";
import { logRows } from "./log-place.js";
import { simulateRuns } from "./simulate.js";
import { TotalsCounter, type SimulationTotals } from "./totals.js";
import type { WriteLogsOptions } from "./write-logs.js";

/** Rows of a part: some 60 MB. */
const PART_ROWS = 1 << 19;

/**
 * Simulates a plan into Arrow parts (`requests-00001.arrow` ... and the counterfactuals beside
 * them), requests in the order of sending. Memory is that of one part and the longest run, whatever
 * the length of the campaign. The same plan and seed give the same bytes. The parts get their names
 * when all are whole. Throws an InputError where the folder holds such parts, and a WriteError
 * where one cannot be written; then none is left.
 */
export function writeSimulatedArrow(
  plan: CampaignPlan,
  folder: string,
  options: Omit<WriteLogsOptions, "gzip">,
): SimulationTotals {
  makeFolder(folder);
  const files = new PartialFiles();
  const counter = new TotalsCounter(plan);
  const { requests, counterfactual } = emptyCampaign(
    plan,
    PART_ROWS,
    [],
    `${plan.name}, seed ${options.seed}`,
  );
  const runs = plan.runs.length * plan.days;
  let part = 1;
  let filled = 0;
  let id = 0;
  const flush = (): void => {
    const columns = mapColumns<RequestColumns>(REQUEST_COLUMNS, (name) =>
      requests[name].subarray(0, filled),
    );
    const other = mapColumns<Counterfactual>(COUNTERFACTUAL_COLUMNS, (name) =>
      counterfactual[name].subarray(0, filled),
    );
    writeArrowPart(
      files,
      folder,
      part,
      { ...requests, files: [`part ${part}`], rowCount: filled, ...columns },
      plan.duet ? null : other,
    );
    part++;
    filled = 0;
  };
  try {
    for (const run of simulateRuns(plan, options)) {
      counter.add(run);
      const fill = rowWriter(plan, run, requests, counterfactual);
      for (let i = 0; i < logRows(run); i++) {
        fill(i, filled);
        requests.lineNumber[filled] = filled + 1;
        requests.requestIdHash[filled] = id++;
        if (++filled === PART_ROWS) flush();
      }
      options.onProgress?.((run.index + 1) / runs);
    }
    if (filled > 0 || part === 1) flush();
    files.finish();
  } catch (error) {
    files.discard();
    throw error;
  }
  return counter.totals();
}
