import { ECS, LAMBDA } from "../campaign/index.js";
import {
  groupQuantiles,
  type CostTerms,
  type GroupQuantiles,
  type LatencyClock,
} from "../labels/index.js";
import {
  CONTEXT_CELL,
  findPairs,
  groupIntoCells,
  isPaired,
  type Requests,
} from "../requests/index.js";
import { observedOutcomes, workloadLoads, type ObservedOutcomes } from "../routing/index.js";
import type { BothSides, WhatIfCell, WhatIfData } from "./what-if.js";

/** Limits on the response time that a slider can choose from, ms. */
export const SLO_LIMITS_MS: readonly number[] = [
  250, 500, 750, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 7500, 10_000, 15_000, 30_000,
];

const CLOCKS: readonly LatencyClock[] = ["execution", "response"];

/** The rule by which a page labels a cell: Lambda's median against ECS's. */
export const WHAT_IF_LABEL = {
  lambdaQuantile: 0.5,
  ecsQuantile: 0.5,
  groupBy: CONTEXT_CELL,
} as const;

/**
 * The statistics by context cell that the what-if page works on: medians for its label, means and
 * missed limits for the values of policies, loads for the break-even. Of pairs only whole ones are
 * valued; of requests sent once, those of cells that both platforms served.
 */
export function cellStatistics(requests: Requests, terms: CostTerms): WhatIfData {
  const { prices, taskSizes } = terms;
  const cells = groupIntoCells(requests, CONTEXT_CELL);
  const medians = Object.fromEntries(
    CLOCKS.map((clock) => {
      const groups = groupQuantiles(requests, { ...terms, ...WHAT_IF_LABEL, clock });
      return [clock, new Map(groups.map((group) => [cells.codeOfRow[group.firstRow], group]))];
    }),
  ) as Record<LatencyClock, Map<number, GroupQuantiles>>;
  const outcomes = Object.fromEntries(
    CLOCKS.map((clock) => [clock, observedOutcomes(requests, terms, clock)]),
  ) as Record<LatencyClock, ObservedOutcomes>;
  const { sums, valued, leftOut } = cellSums(requests, cells, outcomes);
  const found = Array.from({ length: cells.codeCount }, (_, cell): WhatIfCell => ({
    name: cells.name(cell),
    workload: cells.parts(cell)[0],
    labels: {
      execution: mediansOf(medians.execution.get(cell)),
      response: mediansOf(medians.response.get(cell)),
    },
    requests: valued[cell],
    ...sums(cell),
  }));
  return {
    simulated: requests.provenance.kind === "simulated",
    cells: found.filter(({ labels, requests: n }) => n > 0 || labels.execution || labels.response),
    leftOut,
    loads: workloadLoads(requests, terms)
      .map(({ workload, lambdaMs, ecsMs, lambdaMemoryMb }) => ({
        workload,
        lambdaMs,
        ecsMs,
        lambdaMemoryMb,
      }))
      .filter(({ workload }) => Object.hasOwn(taskSizes, workload)),
    prices,
    taskSizes,
    sloLimitsMs: SLO_LIMITS_MS,
  };
}

function mediansOf(group: GroupQuantiles | undefined): WhatIfCell["labels"]["response"] {
  if (group === undefined) return null;
  const { ecs, lambda, rows } = group;
  return {
    rows,
    ms: [finite(ecs.latencyMs), finite(lambda.latencyMs)],
    usd: [finite(ecs.costUsd), finite(lambda.costUsd)],
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Sums of the outcomes by cell and platform, as means; and what each cell weighs. */
function cellSums(
  requests: Requests,
  { codeOfRow, codeCount }: { codeOfRow: Uint32Array; codeCount: number },
  outcomes: Record<LatencyClock, ObservedOutcomes>,
): {
  sums(cell: number): Pick<WhatIfCell, "meanMs" | "meanUsd" | "misses">;
  valued: Float64Array;
  leftOut: number;
} {
  const { execution, response } = outcomes;
  // Two sides of a cell stand side by side: ECS, Lambda.
  const column = (): Float64Array => new Float64Array(2 * codeCount);
  const [rows, executionMs, responseMs, usd] = [column(), column(), column(), column()];
  const missed = SLO_LIMITS_MS.map(column);
  const { known, leftOut: unknown } = valuedRows(requests, outcomes);
  for (const row of known) {
    const at = 2 * codeOfRow[row] + requests.platform[row];
    rows[at]++;
    executionMs[at] += execution.latencyMs[row];
    responseMs[at] += response.latencyMs[row];
    usd[at] += response.costUsd[row];
    SLO_LIMITS_MS.forEach((limit, l) => {
      if (response.failed?.[row] === 1 || response.latencyMs[row] > limit) missed[l][at]++;
    });
  }
  const paired = isPaired(requests);
  const valued = Float64Array.from({ length: codeCount }, (_, cell) => {
    const [ecs, lambda] = [rows[2 * cell + ECS], rows[2 * cell + LAMBDA]];
    return ecs > 0 && lambda > 0 ? (paired ? ecs : ecs + lambda) : 0;
  });
  const oneSided = rows.reduce((sum, n, at) => sum + (valued[Math.floor(at / 2)] === 0 ? n : 0), 0);
  const both = (of: Float64Array, cell: number): BothSides => [
    finite(of[2 * cell + ECS] / rows[2 * cell + ECS]),
    finite(of[2 * cell + LAMBDA] / rows[2 * cell + LAMBDA]),
  ];
  return {
    sums: (cell) => ({
      meanMs: { execution: both(executionMs, cell), response: both(responseMs, cell) },
      meanUsd: both(usd, cell),
      misses: [
        missed.map((of) => both(of, cell)[ECS] ?? 0),
        missed.map((of) => both(of, cell)[LAMBDA] ?? 0),
      ],
    }),
    valued,
    leftOut: unknown + oneSided,
  };
}

/** Rows that count: both halves of whole pairs, or every request, where all outcomes are known. */
function valuedRows(
  requests: Requests,
  { execution, response }: Record<LatencyClock, ObservedOutcomes>,
): { known: number[]; leftOut: number } {
  const isKnown = (row: number): boolean =>
    requests.platform[row] <= LAMBDA &&
    execution.latencyMs[row] >= 0 &&
    response.latencyMs[row] >= 0 &&
    response.costUsd[row] >= 0;
  const known: number[] = [];
  if (isPaired(requests)) {
    const { count, ecsRow, lambdaRow } = findPairs(requests);
    for (let pair = 0; pair < count; pair++)
      if (isKnown(ecsRow[pair]) && isKnown(lambdaRow[pair]))
        known.push(ecsRow[pair], lambdaRow[pair]);
  } else {
    for (let row = 0; row < requests.rowCount; row++) if (isKnown(row)) known.push(row);
  }
  return { known, leftOut: requests.rowCount - known.length };
}
