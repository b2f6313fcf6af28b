import {
  LAMBDA,
  PLATFORMS,
  type CampaignPlan,
  type LoadPattern,
  type Platform,
} from "../campaign/index.js";
import { NO_ANSWER } from "./answer.js";
import { logRows, platformOfLogRow, requestOfLogRow } from "./log-place.js";
import type { SimulatedRun } from "./simulated-run.js";

/** What a simulated campaign holds of one workload on one platform in one window and pattern. */
export interface CellTotals {
  window: string | null;
  pattern: LoadPattern | string;
  workload: string;
  platform: Platform;
  requests: number;
  answered: number;
  /** The client gave up. */
  timedOut: number;
  /** Requests refused or failed, by HTTP status. */
  failedByStatus: Record<string, number>;
  coldStarts: number;
}

/** What a simulated campaign holds and used. Simulated numbers, all of them. */
export interface SimulationTotals {
  requests: number;
  answered: number;
  cells: CellTotals[];
  /** Share of the answered Lambda requests that waited for a new environment. */
  coldStartShare: number;
  /** Tasks x hours while runs were on, by workload. */
  taskHours: Record<string, number>;
  lambdaGbSeconds: Record<string, number>;
}

/** Adds up runs as they come. */
export class TotalsCounter {
  private readonly cells = new Map<string, CellTotals>();
  private readonly taskHours: Record<string, number> = {};
  private readonly lambdaGbSeconds: Record<string, number> = {};

  constructor(private readonly plan: CampaignPlan) {}

  add(run: SimulatedRun): void {
    const { window, pattern } = run.scheduled.run;
    const cells = this.plan.workloads.map(({ workload }) =>
      PLATFORMS.map((platform) => this.cell(window, pattern, workload, platform)),
    );
    for (let logRow = 0; logRow < logRows(run); logRow++) {
      const row = requestOfLogRow(run, logRow);
      const platform = platformOfLogRow(run, logRow);
      const cell = cells[run.workload[row]][platform];
      const outcome = run.outcomes[platform];
      cell.requests++;
      const status = outcome.status[row];
      if (status === 200) {
        cell.answered++;
        if (outcome.coldStart[row] === 1) cell.coldStarts++;
      } else if (status === NO_ANSWER) cell.timedOut++;
      else cell.failedByStatus[status] = (cell.failedByStatus[status] ?? 0) + 1;
    }
    this.plan.workloads.forEach(({ workload }, w) => {
      this.taskHours[workload] = (this.taskHours[workload] ?? 0) + run.taskHours[w];
      this.lambdaGbSeconds[workload] =
        (this.lambdaGbSeconds[workload] ?? 0) + run.lambdaGbSeconds[w];
    });
  }

  totals(): SimulationTotals {
    const cells = [...this.cells.values()];
    const sum = (of: (cell: CellTotals) => number): number =>
      cells.reduce((total, cell) => total + of(cell), 0);
    const lambda = (cell: CellTotals): boolean => cell.platform === PLATFORMS[LAMBDA];
    return {
      requests: sum((cell) => cell.requests),
      answered: sum((cell) => cell.answered),
      cells,
      coldStartShare:
        sum((cell) => cell.coldStarts) / sum((cell) => (lambda(cell) ? cell.answered : 0)),
      taskHours: this.taskHours,
      lambdaGbSeconds: this.lambdaGbSeconds,
    };
  }

  private cell(
    window: string | null,
    pattern: string,
    workload: string,
    platform: Platform,
  ): CellTotals {
    const key = `${window}/${pattern}/${workload}/${platform}`;
    let cell = this.cells.get(key);
    if (!cell) {
      cell = {
        window,
        pattern,
        workload,
        platform,
        requests: 0,
        answered: 0,
        timedOut: 0,
        failedByStatus: {},
        coldStarts: 0,
      };
      this.cells.set(key, cell);
    }
    return cell;
  }
}
