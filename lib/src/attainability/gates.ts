import { judgeGate, type GateResult } from "../campaign/index.js";
import { describeBounds, describeCeiling, type Attainability } from "./attainability.js";

/**
 * The gates that stand before any training: can a model on these features reach the hoped-for
 * accuracy, and can it add anything to a lookup? Where the ceiling lies between bounds, both are
 * judged by the low end, which is against us.
 */
export function attainabilityGates(bounds: Attainability): GateResult[] {
  const { best1, ceiling, ceilingBounds, headroom, distinctVectors, rows } = bounds;
  const per = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const grouped = (count: number): string => count.toLocaleString("en-US");
  const vectors = `${grouped(rows)} rows hold ${grouped(distinctVectors)} distinct feature vectors`;
  return [
    judgeGate(
      "ceiling",
      ceiling,
      ceilingBounds
        ? `${describeCeiling(bounds)}, judged by the low end; ${vectors}: ` +
            describeBounds(ceilingBounds)
        : `${vectors}; always giving each its larger class is right for ${per(ceiling)} of the ` +
            "rows",
    ),
    judgeGate(
      "headroom",
      headroom,
      `the best lookup of one column (${best1.features[0]}) is right for ` +
        `${per(best1.accuracy)}, a perfect model for ${describeCeiling(bounds)}` +
        (ceilingBounds ? "; judged by the low end" : ""),
    ),
  ];
}
