import type { Platform } from "../campaign/index.js";
import type { ContextColumn } from "./context-columns.js";
import { drivers, type Driver } from "./drivers.js";
import type { KnownValues } from "./known-contexts.js";
import type { RouterKnowledge } from "./router.js";
import { conditionsText, firingRules, platformTitle } from "./rules.js";

/** Why a request is sent where it is sent. */
export interface Reason {
  /** In plain words: the rule that fired, and what moved the model. */
  text: string;
  /**
   * The rule of the list that fires, from 1, in words, what it answers, and whether that is the
   * model's answer.
   */
  rule: { number: number; of: number; condition: string; platform: Platform; agrees: boolean };
  /**
   * Shapley values over what the router was told, and what this request's own figures and size add
   * to its context's mean; largest first. Null where the campaign held nothing comparable.
   */
  drivers: Driver[] | null;
}

/** A part smaller than this is not worth a word. */
const WORTH_A_WORD = 0.005;

/** A request's values as a reason is given for them. */
export interface AnsweredValues {
  values: KnownValues;
  /** The same with the campaign's nearest size. */
  closest: KnownValues;
  /** P(Lambda optimal) there, where the model reads figures, which no context holds. */
  probability: number | undefined;
  /** What these figures are called. */
  beyond: string;
  platform: Platform;
}

/** The reason for an answer. */
export function reasonFor(
  { rules: { rules }, contexts }: RouterKnowledge,
  { values, closest, probability, beyond, platform }: AnsweredValues,
): Reason {
  const number = firingRules(rules, asColumns(values), 1)[0];
  const rule = rules[number];
  const condition = conditionsText(rule.conditions) || "no other rule fires";
  const explained =
    drivers(contexts, closest, probability, beyond)?.drivers.sort(
      (one, other) => Math.abs(other.contribution) - Math.abs(one.contribution),
    ) ?? null;
  const agrees = rule.platform === platform;
  const name = `rule ${number + 1} of ${rules.length}`;
  const because = agrees
    ? `${name}: ${condition}`
    : `the model departs from ${name} here (${condition}: ${platformTitle(rule.platform)})`;
  return {
    text: `${because}${movers(explained)}`,
    rule: { number: number + 1, of: rules.length, condition, platform: rule.platform, agrees },
    drivers: explained,
  };
}

/**
 * "; payload size speaks most for Lambda (+0.31), time window for ECS (-0.05)": the two that matter
 * most.
 */
function movers(explained: readonly Driver[] | null): string {
  const told = (explained ?? [])
    .filter(({ contribution }) => Math.abs(contribution) >= WORTH_A_WORD)
    .slice(0, 2);
  const words = told.map(
    ({ input, contribution }) =>
      `${input} for ${contribution > 0 ? "Lambda" : "ECS"} ` +
      `(${contribution > 0 ? "+" : ""}${contribution.toFixed(2)})`,
  );
  return words.length > 0 ? `; what speaks most: ${words.join(", ")}` : "";
}

/** One request's values as columns of one row. */
function asColumns(values: KnownValues): ContextColumn[] {
  return Object.entries(values).map(([input, value]) => {
    return typeof value === "string"
      ? { input, values: Float64Array.of(0), names: [value] }
      : { input, values: Float64Array.of(value ?? NaN), names: null };
  });
}
