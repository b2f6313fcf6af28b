import { groupIntoCells, type Requests } from "../requests/index.js";
import { labelRequests } from "./label-requests.js";
import { UNLABELLED, type LabelChoice } from "./labels.js";

/** Where two labellings disagree: payload sizes down, scenarios across. */
export interface LabelMap {
  /** "thumbnail_processing, 200 KiB", in the order of workload and size. */
  rows: string[];
  /** "midday, medium_load", in order of appearance. */
  columns: string[];
  /**
   * Share of the rows labelled both ways whose label differs, by row and column; NaN where there
   * are none.
   */
  changed: number[][];
}

/** The map of the cells whose labels flip between two ways to label. */
export function labelMap(requests: Requests, one: LabelChoice, other: LabelChoice): LabelMap {
  const before = labelRequests(requests, one).balancedOptimal;
  const after = labelRequests(requests, other).balancedOptimal;
  const sizes = groupIntoCells(requests, ["workload", "payload"]);
  const scenarios = groupIntoCells(requests, ["window", "pattern"]);
  const cells = sizes.codeCount * scenarios.codeCount;
  const compared = new Uint32Array(cells);
  const changed = new Uint32Array(cells);
  for (let row = 0; row < requests.rowCount; row++) {
    if (before[row] === UNLABELLED || after[row] === UNLABELLED) continue;
    const cell = sizes.codeOfRow[row] * scenarios.codeCount + scenarios.codeOfRow[row];
    compared[cell]++;
    if (before[row] !== after[row]) changed[cell]++;
  }
  const order = Array.from({ length: sizes.codeCount }, (_, size) => size)
    .filter((size) =>
      compared
        .subarray(size * scenarios.codeCount, (size + 1) * scenarios.codeCount)
        .some((n) => n > 0),
    )
    .sort(
      (a, b) =>
        requests.workload[sizes.firstRow[a]] - requests.workload[sizes.firstRow[b]] ||
        sizeKb(sizes.parts(a)[1]) - sizeKb(sizes.parts(b)[1]),
    );
  return {
    rows: order.map((size) => sizes.name(size)),
    columns: Array.from({ length: scenarios.codeCount }, (_, scenario) => scenarios.name(scenario)),
    changed: order.map((size) =>
      Array.from(
        { length: scenarios.codeCount },
        (_, scenario) =>
          changed[size * scenarios.codeCount + scenario] /
          compared[size * scenarios.codeCount + scenario],
      ),
    ),
  };
}

/** "200 KiB" -> 200; sizes that were not logged come last. */
function sizeKb(name: string): number {
  const size = parseFloat(name);
  return Number.isNaN(size) ? Infinity : size;
}
