import { PLATFORMS, type Platform } from "../campaign/index.js";
import type { Requests } from "../requests/index.js";
import { ruleColumns, type ContextColumn, type RuleInput } from "./context-columns.js";
import { FIGURES } from "./figures.js";

/**
 * One test of one input. Categories are named; sizes are KiB, hours UTC; `weekend` is 0 or 1. An
 * input that is not known passes no test.
 */
export interface Condition {
  input: RuleInput;
  test: "is" | "is not" | "at most" | "above";
  value: string | number;
}

/** If all conditions hold, and no earlier rule's did, the answer is `platform`. */
export interface Rule {
  conditions: Condition[];
  platform: Platform;
  /**
   * Requests it fired for where the list was made, and how many of them the model sends to the same
   * platform.
   */
  rows: number;
  agreeing: number;
}

/** An if / else-if / else list. The last rule has no conditions: it answers whatever is left. */
export interface RuleList {
  rules: Rule[];
  /**
   * Requests the list was made from, and the share of them on which it answers as the model does.
   */
  rows: number;
  agreement: number;
}

/** The rule that fires for each request (its index), and what it answers (ECS or LAMBDA). */
export function applyRules(
  { rules }: Pick<RuleList, "rules">,
  requests: Requests,
): { rule: Uint16Array; choice: Uint8Array } {
  const inputs = rules.flatMap(({ conditions }) => conditions.map(({ input }) => input));
  const fired = firingRules(rules, ruleColumns(requests, inputs), requests.rowCount);
  const answers = rules.map(({ platform }) => PLATFORMS.indexOf(platform));
  return { rule: fired, choice: Uint8Array.from(fired, (rule) => answers[rule]) };
}

/** The same on columns of inputs. */
export function firingRules(
  rules: readonly Pick<Rule, "conditions">[],
  columns: readonly ContextColumn[],
  rowCount: number,
): Uint16Array {
  const fired = new Uint16Array(rowCount).fill(rules.length - 1);
  const passes = rules.map(({ conditions }) =>
    conditions.map((condition) => compile(condition, columns)),
  );
  for (let row = 0; row < rowCount; row++) {
    const rule = passes.findIndex((tests) => tests.every((pass) => pass(row)));
    if (rule >= 0) fired[row] = rule;
  }
  return fired;
}

function compile(
  { input, test, value }: Condition,
  columns: readonly ContextColumn[],
): (row: number) => boolean {
  const column = columns.find((candidate) => candidate.input === input);
  // A name that these requests do not know is nobody's value: "is" never holds, "is not" always
  // does where anything is known.
  const wanted = typeof value === "string" ? (column?.names?.indexOf(value) ?? -1) : value;
  const values = column?.values ?? new Float64Array(0);
  switch (test) {
    case "is":
      return (row) => values[row] === wanted;
    case "is not":
      return (row) => values[row] >= 0 && values[row] !== wanted;
    case "at most":
      return (row) => values[row] <= wanted;
    case "above":
      return (row) => values[row] > wanted;
  }
}

const SUBJECTS: Readonly<Record<RuleInput, string>> = {
  workload: "workload",
  payload: "payload",
  window: "time window",
  pattern: "load pattern",
  hour: "hour",
  weekend: "day",
  ...Object.fromEntries(FIGURES.map(({ name, title }) => [name, title])),
};

/** Units after a value, with the blank before them. */
const UNITS: Readonly<Partial<Record<RuleInput, string>>> = {
  payload: " KiB",
  hour: " h UTC",
  ...Object.fromEntries(FIGURES.map(({ name, unit }) => [name, ` ${unit}`])),
};

/**
 * "workload is thumbnail_processing and payload is above 200 KiB and at most 500 KiB"; "" where
 * there are no conditions.
 */
export function conditionsText(conditions: readonly Condition[]): string {
  return conditions
    .map(({ input, test, value }, i) => {
      if (input === "weekend")
        return (value === 1) === (test === "is") ? "it is a weekend" : "it is a working day";
      const unit = UNITS[input] ?? "";
      const subject = i > 0 && conditions[i - 1].input === input ? "" : `${SUBJECTS[input]} is `;
      return (
        subject + (test === "is" ? "" : test === "is not" ? "not " : `${test} `) + `${value}${unit}`
      );
    })
    .join(" and ");
}

/** "Lambda" or "ECS", as they are printed. */
export function platformTitle(platform: Platform): string {
  return platform === "lambda" ? "Lambda" : "ECS";
}

/** The list as it is read aloud, a rule a line. */
export function rulesText({ rules }: Pick<RuleList, "rules">): string[] {
  return rules.map(({ conditions, platform }, i) => {
    if (conditions.length === 0)
      return `${i === 0 ? "always" : "else"}: ${platformTitle(platform)}`;
    const when = i === 0 ? "if" : "else if";
    return `${when} ${conditionsText(conditions)}: ${platformTitle(platform)}`;
  });
}

/**
 * A rule as a row of a table: what fires it, what it answers, for how many requests, and how often
 * the model agrees there.
 */
export interface RuleRow {
  rule: string;
  answer: string;
  rows: number;
  agreement: number;
}

/** The list as rows for a table. */
export function rulesTable(list: RuleList): RuleRow[] {
  const lines = rulesText(list);
  return list.rules.map(({ platform, rows, agreeing }, i) => ({
    rule: lines[i].slice(0, lines[i].lastIndexOf(": ")),
    answer: platformTitle(platform),
    rows,
    agreement: rows > 0 ? agreeing / rows : NaN,
  }));
}
