import { InputError } from "../statistics/index.js";
/**
 * A plan that cannot be run. One line: where, which field, what stands there, what would be right.
 */
export class PlanError extends InputError {
  override name = "PlanError";

  constructor(
    readonly source: string,
    readonly field: string,
    readonly value: unknown,
    readonly needed: string,
    readonly line?: number,
  ) {
    super(
      `${source}${line === undefined ? "" : ` line ${line}`}: ` +
        `${field === "" ? "the plan" : field} ` +
        `${value === undefined ? "is missing" : `is ${shown(value)}`}; it must be ${needed}`,
    );
  }
}

function shown(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
