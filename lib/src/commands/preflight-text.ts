import type { Verdict } from "../campaign/index.js";
import {
  DEFAULT_CHANGE_COLUMNS,
  defaultChangeRows,
  EXPECTED_GATE_COLUMNS,
  expectedGateRows,
  formatNumber,
  PLAN_CHANGE_COLUMNS,
  planChangeRows,
  rangeText,
  tableText,
} from "../display/index.js";
import {
  whatWouldMeet,
  type GateSensitivity,
  type PlanChange,
  type Preflight,
  type Spread,
} from "../preflight/index.js";

/** A pre-flight as text: gates with their ranges, what they rest on, the bill. */
export function preflightText(
  {
    plan,
    runs,
    gates,
    lambdaShare,
    coldShare,
    floor,
    topInput,
    requests,
    answered,
    bill,
  }: Preflight,
  seed: number,
): string {
  const count = (value: number): string => formatNumber(Math.round(value), "count");
  const share = (value: number): string => formatNumber(value, "share");
  const table = tableText(expectedGateRows(gates), {
    columns: EXPECTED_GATE_COLUMNS,
    simulated: false,
  });
  const tops = Object.entries(topInput).map(([input, times]) => `${input} (${times} of ${runs})`);
  return [
    `Simulated ${plan} ${runs} ${runs === 1 ? "time" : "times"} (seed ${seed}): ` +
      `${rangeText(requests, count)} requests, ${rangeText(answered, count)} answered`,
    runs === 1 ? "One simulation has no range." : "In brackets: where 95 % of the simulations lie.",
    "",
    table,
    "",
    ...section("Lambda's share of the labels (the thesis's scheme)", lambdaShare),
    ...section("Cold starts among Lambda's answers", coldShare),
    ...(floor ? [`Best lookup of one feature (floor): ${rangeText(floor, share)} right`] : []),
    ...(tops.length > 0
      ? [`Most important input, by the best lookup of what a router is told: ${tops.join(", ")}`]
      : []),
    `Expected bill: ${formatNumber(bill.totalUsd, "usd")} at prices of ${bill.prices.region} ` +
      `(${bill.prices.source}); \`study plan\` shows its lines`,
  ].join("\n");
}

function section(title: string, shares: Record<string, Spread>): string[] {
  const lines = Object.entries(shares).map(
    ([name, of]) => `  ${name}: ${rangeText(of, (value) => formatNumber(value, "share"))}`,
  );
  return lines.length > 0 ? [`${title}:`, ...lines] : [];
}

/**
 * Single changes of a plan: which helps most, and for each gate that is not surely met what would
 * meet it.
 */
export function changesText(
  { gates }: Preflight,
  changes: readonly PlanChange[],
  runs: number,
): string {
  const helpful = changes.filter(({ gained }) => gained > 0);
  const rows = planChangeRows(changes);
  const none = changes.filter(({ flips }) => flips.length === 0).map(({ change }) => change);
  const missed = whatWouldMeet(
    gates.map(({ id, verdict }) => [id, verdict]),
    changes,
  );
  return [
    `${changes.length} single changes of the plan, ${runs} simulations each: ` +
      (helpful.length > 0
        ? `"${helpful[0].change}" helps most.`
        : "none meets more gates than it loses."),
    ...(rows.length > 0
      ? ["", tableText(rows, { columns: PLAN_CHANGE_COLUMNS, maxRows: Infinity, simulated: false })]
      : []),
    ...(none.length > 0 ? ["", `No gate flips with: ${none.join("; ")}.`] : []),
    ...(missed.length > 0
      ? ["", "Gates that are not surely met, and the single changes that meet them:"]
      : []),
    ...missed.map(
      ({ gate, changes: meeting }) =>
        `  ${gate}: ${meeting.length > 0 ? meeting.join("; ") : "none of these changes"}`,
    ),
  ].join("\n");
}

/** Which gates flip when a default of the simulator is halved or doubled. */
export function sensitivityText({ runs, verdicts, changes, unused }: GateSensitivity): string {
  const flipping = changes.filter(({ flips }) => flips.length > 0);
  const rows = defaultChangeRows(changes);
  const steady = [...new Set(changes.map(({ name }) => name))].filter((name) =>
    flipping.every((change) => change.name !== name),
  );
  return [
    `The simulator's defaults halved and doubled, one at a time (${runs} simulations each, ` +
      "the same seeds): as they are, the plan " +
      `${Object.entries(verdicts)
        .map(([gate, verdict]) => `${WORDS[verdict]} ${gate}`)
        .join(", ")}.`,
    "",
    ...(rows.length > 0
      ? [tableText(rows, { columns: DEFAULT_CHANGE_COLUMNS, maxRows: Infinity, simulated: false })]
      : ["No gate flips."]),
    ...(steady.length > 0
      ? ["", `No gate flips with ${steady.length} others: ${steady.join(", ")}.`]
      : []),
    ...(unused.length > 0 ? ["", `Not used by this plan: ${unused.join(", ")}.`] : []),
  ].join("\n");
}

const WORDS: Readonly<Record<Verdict, string>> = {
  pass: "meets",
  fail: "misses",
  warn: "is unsure of",
  "not applicable": "has no value for",
};
