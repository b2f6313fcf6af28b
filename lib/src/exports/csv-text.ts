import { csvLine } from "../features/index.js";

/** What a spreadsheet takes for the beginning of a formula, behind blanks too (OWASP's list). */
const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Text from logs and names, made harmless for a spreadsheet: a formula gets an apostrophe. */
export function csvText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A field of CSV: numbers as they are (Inf where infinite), text made harmless, nothing as "". */
export function csvField(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return csvText(value);
  if (typeof value === "boolean") return String(value);
  if (Number.isNaN(value)) return "";
  return Number.isFinite(value) ? String(value) : value > 0 ? "Inf" : "-Inf";
}

/** CSV (RFC 4180) of a heading and rows of fields that are ready. */
export function csvOf(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heading.map(csvText), ...rows].map(csvLine).join("");
}
