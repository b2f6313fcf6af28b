import { readCounterfactual, selectRows, type Cells } from "../requests/index.js";
import { createRandom } from "../statistics/index.js";
import { bothOutcomes, counterfactualOutcomes, observedOutcomes, type BothOutcomes, type ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";
import { comparePoliciesByMatching, comparePoliciesExactly, type ComparisonOptions, type PolicyComparison, type Strata } from "./policy-value.js";
import { bestFixed } from "./verdict.js";

/** What a comparison of policies is made from. */
export interface PolicyTask {
  observed: ObservedOutcomes;
  /** Both outcomes of each request where they are known; null for real logs. */
  both: BothOutcomes | null;
  /** Must hold "always ECS" and "always Lambda". */
  policies: readonly Policy[];
  cells: Pick<Cells, "codeOfRow" | "codeCount">;
  blocks: Pick<Strata, "blockOfRow" | "blockCount">;
  seed: number;
}

/** Compares policies against the best fixed choice: exactly where both outcomes are known, by matching in cells where they are not. */
export function comparePolicies({ observed, both, policies, cells, blocks, seed }: PolicyTask): PolicyComparison {
  const compare = (options: Omit<ComparisonOptions, "random">): PolicyComparison => {
    const random = createRandom(seed).fork("policies");
    return both ? comparePoliciesExactly(both, policies, blocks, { ...options, random })
      : comparePoliciesByMatching(observed, policies, { cellOfRow: cells.codeOfRow, cellCount: cells.codeCount, ...blocks }, { ...options, random });
  };
  return compare({ reference: bestFixed(compare({ reference: "always ECS", repeats: 1 })) });
}

/** Both outcomes of the requests at `rows` of a simulated campaign's logs. */
export async function readBothOutcomes(location: string, rows: Uint32Array): Promise<BothOutcomes> {
  const { requests, counterfactual } = await readCounterfactual(location);
  const taken = selectRows(requests, rows);
  const other = {
    platform: Uint8Array.from(rows, (row) => counterfactual.platform[row]),
    executionTimeMs: Float64Array.from(rows, (row) => counterfactual.executionTimeMs[row]),
    responseTimeMs: Float64Array.from(rows, (row) => counterfactual.responseTimeMs[row]),
    httpStatus: Uint16Array.from(rows, (row) => counterfactual.httpStatus[row]),
    coldStart: Uint8Array.from(rows, (row) => counterfactual.coldStart[row]),
  };
  return bothOutcomes(observedOutcomes(taken), counterfactualOutcomes(taken, other));
}
