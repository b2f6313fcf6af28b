import type { BreakEvenCurve } from "../../routing/index.js";
import { type Figure } from "../figure.js";
/**
 * What a million requests of a workload cost by rate on either platform, the campaign's own rates
 * marked on both lines.
 */
export declare function breakEvenChart({ workload, points, campaign, ecsCheaperFrom, ecsCheaperForGoodFrom, }: BreakEvenCurve): Figure;
