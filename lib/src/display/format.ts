import type { GateResult } from "../campaign/index.js";
import { isKnown, type Interval } from "../statistics/index.js";

/** How a number is written, everywhere: in tables, sentences and on axes. */
export type NumberFormat =
  "count" | "share" | "points" | "ms" | "usd" | "usdPerMillion" | "kib" | "pValue" | "number";

const MISSING = "–";

/** How the study's intervals are made, for captions. */
export const BLOCKS_RESAMPLED = "resampled within runs (Rao and Wu)";

/**
 * What intervals or tests resampled, in words: blocks of time, or rows where a table has no time.
 */
export function resampledWords(unit: "block" | "row", units: number): string {
  return unit === "block"
    ? `${grouped(units, 0)} ${units === 1 ? "block" : "blocks"} of time, ${BLOCKS_RESAMPLED}`
    : `${grouped(units, 0)} rows taken as independent (the table carries no time)`;
}

/**
 * One number with its unit. Shares are given as fractions (.695 is printed 69.5 %), points as
 * differences of shares.
 */
export function formatNumber(value: number | null | undefined, format: NumberFormat): string {
  if (value === null || value === undefined || Number.isNaN(value)) return MISSING;
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  switch (format) {
    case "count":
      return grouped(value, Number.isInteger(value) ? 0 : 2);
    case "share":
      return `${grouped(value * 100, 1)} %`;
    case "points":
      return `${grouped(value * 100, 1)} points`;
    case "ms":
      return `${grouped(value, Math.abs(value) < 10 ? 2 : Math.abs(value) < 1000 ? 1 : 0)} ms`;
    case "usd":
      return `${grouped(value, Math.abs(value) < 1 ? 4 : 2)} USD`;
    case "usdPerMillion":
      return `${grouped(value * 1e6, 2)} USD per million`;
    case "kib":
      return `${trimmed(value)} KiB`;
    case "pValue":
      return value < 0.001 ? "< 0.001" : value.toFixed(3);
    case "number":
      return trimmed(value);
  }
}

/** An estimate with its interval: "69.5 % [69.1, 69.9]", or "69.5 % [not known]". */
export function formatInterval(interval: Interval, format: NumberFormat): string {
  const bare = (value: number): string =>
    formatNumber(value, format).replace(/ (%|points|ms|USD.*|KiB)$/, "");
  const limits = isKnown(interval) ? `${bare(interval.low)}, ${bare(interval.high)}` : "not known";
  return `${formatNumber(interval.estimate, format)} [${limits}]`;
}

/** The measured value of a gate in the gate's own unit. */
export function formatGateValue({ value, unit }: Pick<GateResult, "value" | "unit">): string {
  if (unit === "MB") return value === null ? MISSING : `${grouped(value, 2)} MB`;
  return formatNumber(value, unit === "count" ? "number" : unit);
}

/** Up to three decimals, none of them zeros at the end. */
function trimmed(value: number): string {
  return grouped(value, Math.abs(value) < 1 ? 3 : 2)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/**
 * Fixed decimals with thousands separated by commas. Not by `Intl`, whose data differ between
 * builds of Node.
 */
function grouped(value: number, decimals: number): string {
  const [whole, fraction] = value.toFixed(decimals).split(".");
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const text = fraction ? `${separated}.${fraction}` : separated;
  return /^-[0.,]+$/.test(text) ? text.slice(1) : text;
}
