import type { GateResult } from "../campaign/index.js";
import { type Interval } from "../statistics/index.js";
/** How a number is written, everywhere: in tables, sentences and on axes. */
export type NumberFormat = "count" | "share" | "points" | "ms" | "usd" | "usdPerMillion" | "kib" | "pValue" | "number";
/** How the study's intervals are made, for captions. */
export declare const BLOCKS_RESAMPLED = "resampled within runs (Rao and Wu)";
/** What intervals or tests resampled, in words: blocks of time, or rows where a table has no time. */
export declare function resampledWords(unit: "block" | "row", units: number): string;
/**
 * One number with its unit. Shares are given as fractions (.695 is printed 69.5 %), points as
 * differences of shares.
 */
export declare function formatNumber(value: number | null | undefined, format: NumberFormat): string;
/** An estimate with its interval: "69.5 % [69.1, 69.9]", or "69.5 % [not known]". */
export declare function formatInterval(interval: Interval, format: NumberFormat): string;
/** The measured value of a gate in the gate's own unit. */
export declare function formatGateValue({ value, unit }: GateResult): string;
