import { judgeGate, type GateResult } from "../campaign/index.js";
import type { Attainability } from "./attainability.js";

/**
 * The gates that stand before any training: can a model on these features reach the hoped-for
 * accuracy, and can it add anything to a lookup?
 */
export function attainabilityGates({
  best1,
  ceiling,
  headroom,
  distinctVectors,
  rows,
}: Attainability): GateResult[] {
  const per = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const grouped = (count: number): string => count.toLocaleString("en-US");
  return [
    judgeGate(
      "ceiling",
      ceiling,
      `${grouped(rows)} rows hold ${grouped(distinctVectors)} distinct feature vectors; ` +
        `always giving each its larger class is right for ${per(ceiling)} of the rows`,
    ),
    judgeGate(
      "headroom",
      headroom,
      `the best lookup of one column (${best1.features[0]}) is right for ` +
        `${per(best1.accuracy)}, a perfect model for ${per(ceiling)}`,
    ),
  ];
}
