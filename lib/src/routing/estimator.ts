import { ECS, LAMBDA } from "../campaign/index.js";
import type { Cells } from "../requests/index.js";
import type { ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";

/**
 * How policy values are known: both platforms were measured for each request (a duet), or what the
 * other one would have made of it was simulated, or it is estimated from requests served once.
 */
export type EstimationMethod = "pairs" | "counterfactual" | "doubly robust";

/** Requests that could not be judged, with the reason. */
export interface Refusal {
  reason: string;
  rows: number;
  cells: number;
  /** The largest of those cells, by name, where cells have names. */
  largest: string[];
}

/** What a policy's mean of each measure is, given how much each block of time weighs. */
export interface ValueEstimator {
  method: EstimationMethod;
  /** Requests judged. */
  rows: number;
  refused: Refusal;
  /**
   * Share of the judged requests that the policy sends to Lambda, then the mean of each measure.
   */
  means(policy: Policy): (blockWeight: ArrayLike<number>) => Float64Array;
  /**
   * The latency's distribution under the policy: requests in ascending order of their latency
   * (Infinity: never answered), with the weight each has in it.
   */
  latencies(policy: Policy): WeightedLatencies;
  /** The rest is there where each request was served once. */
  overlap?: Overlap | null;
  support?(policy: Policy): Support;
  error?(policy: Policy): EstimationError[];
}

/** The smallest and the largest P(Lambda) among the judged requests. */
export interface Overlap {
  lowest: number;
  highest: number;
}

/** What a policy's value rests on where each request was served once. */
export interface Support {
  /** Judged requests that were served where the policy sends them. */
  servedThere: number;
  /** Kish's effective number of them: as many equally weighted ones would say as much. */
  effectiveRows: number;
  /** The most requests that one of them stands for. */
  largestWeight: number;
}

/** How far a measure's mean may lie from what these very requests would have met. */
export interface EstimationError {
  standardError: number;
  /** How fast the variance grows with what the estimate is too small by. */
  lean: number;
  degreesOfFreedom: number;
}

export interface WeightedLatencies {
  row: Uint32Array;
  latencyMs: Float64Array;
  /** Null where every request weighs 1. */
  weight: Float64Array | null;
}

/** How requests are cut into cells (for comparison) and blocks of time (for the intervals). */
export interface Strata {
  /** Cell of each row, 0 to cellCount - 1. */
  cellOfRow: Uint32Array;
  cellCount: number;
  cellName?: (cell: number) => string;
  /**
   * Block of each row; requests near in time share their fate, so blocks are resampled, not
   * requests.
   */
  blockOfRow: Uint32Array;
  blockCount: number;
  /** Run of each block; one run where left out. */
  runOfBlock?: Uint32Array;
}

/** Strata from cells and blocks as they are made from requests. */
export function strataOf(
  cells: Pick<Cells, "codeOfRow" | "codeCount"> & Partial<Pick<Cells, "name">>,
  blocks: Pick<Strata, "blockOfRow" | "blockCount" | "runOfBlock">,
): Strata {
  const { blockOfRow, blockCount, runOfBlock } = blocks;
  return {
    cellOfRow: cells.codeOfRow,
    cellCount: cells.codeCount,
    cellName: cells.name,
    blockOfRow,
    blockCount,
    runOfBlock,
  };
}

/**
 * Which rows can be judged: those whose outcome is known and, where cells are given, whose cell was
 * seen on both platforms (positivity). A cell that one platform never served says nothing of what
 * it would have made of the cell's requests.
 */
export function judgeable(
  { platform, latencyMs, costUsd }: ObservedOutcomes,
  cells: Pick<Strata, "cellOfRow" | "cellCount" | "cellName"> | null,
): { judged: Uint8Array; rows: number; refused: Refusal } {
  const judged = platform.map((code, row) =>
    Number(code <= LAMBDA && !Number.isNaN(latencyMs[row]) && !Number.isNaN(costUsd[row])),
  );
  const unknown = judged.reduce((sum, yes) => sum + 1 - yes, 0);
  const reasons = unknown > 0 ? [`platform, time or cost is not known (${unknown} requests)`] : [];
  let largest: number[] = [];
  let oneSided: number[] = [];
  if (cells) {
    const { cellOfRow, cellCount } = cells;
    const seen = [new Uint32Array(cellCount), new Uint32Array(cellCount)];
    judged.forEach((yes, row) => void (yes && seen[platform[row]][cellOfRow[row]]++));
    oneSided = Array.from({ length: cellCount }, (_, cell) => cell).filter(
      (cell) => seen[ECS][cell] > 0 !== seen[LAMBDA][cell] > 0,
    );
    const rowsOf = (cell: number): number => seen[ECS][cell] + seen[LAMBDA][cell];
    largest = [...oneSided].sort((a, b) => rowsOf(b) - rowsOf(a)).slice(0, 5);
    if (oneSided.length > 0)
      reasons.push(
        "one of the platforms was never seen in their cell " +
          `(${oneSided.reduce((sum, cell) => sum + rowsOf(cell), 0)} requests)`,
      );
    const refusedCell = new Uint8Array(cellCount);
    for (const cell of oneSided) refusedCell[cell] = 1;
    judged.forEach(
      (yes, row) => void (yes && refusedCell[cellOfRow[row]] === 1 && (judged[row] = 0)),
    );
  }
  const rows = judged.reduce((sum, yes) => sum + yes, 0);
  return {
    judged,
    rows,
    refused: {
      reason: reasons.join("; ") || "none",
      rows: platform.length - rows,
      cells: oneSided.length,
      largest: cells?.cellName ? largest.map(cells.cellName) : [],
    },
  };
}

/** Block sums added up with the blocks' weights. */
export function weighted(values: Float64Array, weight: ArrayLike<number>): number {
  let sum = 0;
  for (let block = 0; block < values.length; block++) sum += weight[block] * values[block];
  return sum;
}
