import { PLATFORMS, type CampaignPlan } from "../campaign/index.js";
import { clocked, groupIntoCells, selectRows, type Requests } from "../requests/index.js";
import { quantileSorted, sortedCopy } from "../statistics/index.js";
import { simulate } from "./simulated-campaign.js";
import type { SimulationOptions } from "./simulate.js";

/** Quantiles that are set side by side. */
const PROBABILITIES = [0.05, 0.5, 0.95] as const;

/** One clock of one cell: its 5 %, 50 % and 95 % quantiles as observed and as simulated, ms. */
export interface ClockFit {
  observed: number[];
  simulated: number[];
  /** Simulated median / observed median - 1. */
  medianError: number;
}

/** One cell of a campaign on one platform, observed and simulated. Answered requests only. */
export interface CellFit {
  cell: string;
  platform: string;
  observedRows: number;
  simulatedRows: number;
  /** Null where either side has no rows. */
  execution: ClockFit | null;
  response: ClockFit | null;
  /**
   * Both medians within the tolerance; null with fewer rows than `minimumRows` on either side,
   * which tell nothing.
   */
  fits: boolean | null;
}

export interface LogComparison {
  cells: CellFit[];
  tolerance: number;
  minimumRows: number;
  /** Share of the observed rows in cells that fit, among the rows in cells that can be judged. */
  shareFitting: number;
  observedRows: number;
  simulatedRows: number;
}

export interface ComparisonOptions extends SimulationOptions {
  /** Largest error of a median that still fits: .15 unless said. */
  tolerance?: number;
  /** 30 unless said. */
  minimumRows?: number;
}

/**
 * Simulates a plan and sets it against logs, cell by cell (workload, payload, window, pattern,
 * platform), cells in the order of the logs. Cells that only one side has are shown, without a
 * verdict.
 */
export function compareWithLogs(
  plan: CampaignPlan,
  logs: Requests,
  { seed, tolerance = 0.15, minimumRows = 30 }: ComparisonOptions,
): LogComparison {
  const observed = cellTimes(logs);
  const simulated = cellTimes(simulate(plan, { seed }).requests);
  const cells: CellFit[] = [...new Set([...observed.keys(), ...simulated.keys()])].map((key) => {
    const seen = observed.get(key);
    const made = simulated.get(key);
    const { cell, platform } = (seen ?? made)!;
    const execution = seen && made ? fit(seen.execution, made.execution) : null;
    const response = seen && made ? fit(seen.response, made.response) : null;
    const observedRows = seen?.execution.length ?? 0;
    const simulatedRows = made?.execution.length ?? 0;
    const judged = execution && response && Math.min(observedRows, simulatedRows) >= minimumRows;
    const fits = judged
      ? Math.max(Math.abs(execution.medianError), Math.abs(response.medianError)) <= tolerance
      : null;
    return { cell, platform, observedRows, simulatedRows, execution, response, fits };
  });
  const rowsOf = (of: CellFit[], side: "observedRows" | "simulatedRows"): number =>
    of.reduce((sum, cell) => sum + cell[side], 0);
  const judged = cells.filter(({ fits }) => fits !== null);
  return {
    cells,
    tolerance,
    minimumRows,
    shareFitting:
      rowsOf(
        judged.filter(({ fits }) => fits),
        "observedRows",
      ) / rowsOf(judged, "observedRows"),
    observedRows: rowsOf(cells, "observedRows"),
    simulatedRows: rowsOf(cells, "simulatedRows"),
  };
}

interface CellTimes {
  cell: string;
  platform: string;
  /** Ascending. */
  execution: Float64Array;
  response: Float64Array;
}

/** Both clocks of every cell's answered requests. */
function cellTimes(requests: Requests): Map<string, CellTimes> {
  const rows = selectRows(requests, clocked(requests));
  const cells = groupIntoCells(rows);
  const members = new Map<number, number[]>();
  for (let row = 0; row < rows.rowCount; row++) {
    const key = cells.codeOfRow[row] * PLATFORMS.length + rows.platform[row];
    const known = members.get(key);
    if (known) known.push(row);
    else members.set(key, [row]);
  }
  const times = new Map<string, CellTimes>();
  for (const [key, of] of members) {
    const cell = cells.name(Math.floor(key / PLATFORMS.length));
    const platform = PLATFORMS[key % PLATFORMS.length];
    times.set(`${cell}, ${platform}`, {
      cell,
      platform,
      execution: sortedCopy(of.map((row) => rows.executionTimeMs[row])),
      response: sortedCopy(of.map((row) => rows.responseTimeMs[row])),
    });
  }
  return times;
}

function fit(observed: Float64Array, simulated: Float64Array): ClockFit {
  const quantiles = (sorted: Float64Array): number[] =>
    PROBABILITIES.map((probability) => quantileSorted(sorted, probability));
  const seen = quantiles(observed);
  const made = quantiles(simulated);
  return { observed: seen, simulated: made, medianError: made[1] / seen[1] - 1 };
}
