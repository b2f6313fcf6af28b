import type { BothOutcomes } from "./outcomes.js";
import type { EstimationMethod, Refusal, Strata, ValueEstimator, WeightedLatencies } from "./estimator.js";
import { latencyOrNever, measureColumns } from "./measures.js";
import type { Policy } from "./policies.js";

/**
 * Policy values where both outcomes of every request are known (simulated campaigns): plain means of what the chosen
 * platform makes of each request. "Known" means for this one request sent elsewhere, all others being as they were: a
 * policy that moves much of the load changes what the platforms make of it, and that no log can say.
 */
export function exactEstimator(both: BothOutcomes, strata: Pick<Strata, "blockOfRow" | "blockCount">, sloLimitsMs: readonly number[]): ValueEstimator {
  const columns = both.map((side) => measureColumns(side, sloLimitsMs)), latency = both.map(latencyOrNever);
  const judged = Uint8Array.from(strata.blockOfRow, (_, row) => Number(columns.every((side) => side.every((column) => !Number.isNaN(column[row])))));
  const rows = judged.reduce((sum, yes) => sum + yes, 0);
  const refused: Refusal = { reason: rows < judged.length ? "what the other platform would have made of them is not known" : "none", rows: judged.length - rows, cells: 0, largest: [] };
  return chosenColumns("counterfactual", columns, judged, refused, strata, (policy) => {
    const row = Uint32Array.from(judged.keys()).filter((i) => judged[i] === 1);
    return { row, latencyMs: Float64Array.from(row, (i) => latency[policy.choice[i]][i]), weight: new Float64Array(row.length).fill(1) };
  });
}

/** The estimator that averages, over the judged rows, the chosen platform's column of each measure. */
export function chosenColumns(
  method: EstimationMethod, columns: readonly (readonly Float64Array[])[], judged: Uint8Array, refused: Refusal,
  { blockOfRow, blockCount }: Pick<Strata, "blockOfRow" | "blockCount">, latencies: (policy: Policy) => WeightedLatencies,
): ValueEstimator {
  const rows = new Float64Array(blockCount);
  judged.forEach((yes, row) => (rows[blockOfRow[row]] += yes));
  return {
    method, refused, latencies,
    rows: judged.reduce((sum, yes) => sum + yes, 0),
    means({ choice }) {
      const sums = [new Float64Array(blockCount), ...columns[0].map(() => new Float64Array(blockCount))];
      for (let row = 0; row < judged.length; row++) {
        if (judged[row] === 0) continue;
        const block = blockOfRow[row], platform = choice[row];
        sums[0][block] += platform;
        for (let k = 1; k < sums.length; k++) sums[k][block] += columns[platform][k - 1][row];
      }
      return (weight) => {
        const total = weighted(rows, weight);
        return Float64Array.from(sums, (sum) => weighted(sum, weight) / total);
      };
    },
  };
}

/** Block sums added up with the blocks' weights. */
export function weighted(values: Float64Array, weight: ArrayLike<number>): number {
  let sum = 0;
  for (let block = 0; block < values.length; block++) sum += weight[block] * values[block];
  return sum;
}
