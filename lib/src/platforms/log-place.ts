import { PLATFORMS, type CampaignPlan } from "../campaign/index.js";
import type { SimulatedRun } from "./simulated-run.js";

/**
 * Names the log file of each request of a run, as the author's campaigns name theirs:
 * `<window>_<pattern>/<platform>_<workload>_<date>.jsonl`, flat without the folder. Dates are UTC.
 */
export function logPlaces(plan: CampaignPlan, run: SimulatedRun): (row: number) => string {
  const { window, pattern } = run.scheduled.run;
  const folder = plan.layout === "flat" ? "" : `${window}_${pattern}/`;
  // A run meets few files: their names are kept by day, workload and platform.
  const names = new Map<number, string>();
  return (row) => {
    const day = Math.floor(run.sentMs[row] / 86_400_000);
    const key = (day * 256 + run.workload[row]) * 4 + run.platform[row];
    let name = names.get(key);
    if (name === undefined) {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      name = `${folder}${PLATFORMS[run.platform[row]]}_${plan.workloads[run.workload[row]].workload}_${date}.jsonl`;
      names.set(key, name);
    }
    return name;
  };
}

/** The request's id in the logs: when it was sent, the run, and its number in it. */
export function requestId(run: SimulatedRun, row: number): string {
  return `req_${run.sentMs[row]}_${run.index.toString(36)}x${row.toString(36).padStart(6, "0")}`;
}
