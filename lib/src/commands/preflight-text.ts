import type { Verdict } from "../campaign/index.js";
import { formatNumber, tableText } from "../display/index.js";
import { whatWouldMeet, type DefaultChange, type ExpectedGate, type Flip, type GateSensitivity, type PlanChange, type Preflight, type Spread } from "../preflight/index.js";

/** A pre-flight as text: gates with their ranges, what they rest on, the bill. */
export function preflightText({ plan, runs, gates, lambdaShare, coldShare, floor, topInput, requests, answered, bill }: Preflight, seed: number): string {
  const count = (value: number): string => formatNumber(Math.round(value), "count"), share = (value: number): string => formatNumber(value, "share");
  const table = tableText(gates.map((gate) => ({ gate: gate.id, value: gateValue(gate), target: gate.target, met: gate.passShare, verdict: gate.verdict })), {
    columns: "gate | value::simulated value | target | met:share:simulations that meet it | verdict:verdict", simulated: false,
  });
  const tops = Object.entries(topInput).map(([input, times]) => `${input} (${times} of ${runs})`);
  return [
    `Simulated ${plan} ${runs} ${runs === 1 ? "time" : "times"} (seed ${seed}): ${ranged(requests, count)} requests, ${ranged(answered, count)} answered`,
    runs === 1 ? "One simulation has no range." : "In brackets: where 95 % of the simulations lie.",
    "",
    table,
    "",
    ...section("Lambda's share of the labels (the author's scheme)", lambdaShare),
    ...section("Cold starts among Lambda's answers", coldShare),
    ...(floor ? [`Best lookup of one feature (floor): ${ranged(floor, share)} right`] : []),
    ...(tops.length > 0 ? [`Most important input, by the best lookup of what a router is told: ${tops.join(", ")}`] : []),
    `Expected bill: ${formatNumber(bill.totalUsd, "usd")} at prices of ${bill.prices.region} (${bill.prices.source}); \`study plan\` shows its lines`,
  ].join("\n");
}

function section(title: string, shares: Record<string, Spread>): string[] {
  const lines = Object.entries(shares).map(([name, of]) => `  ${name}: ${ranged(of, (value) => formatNumber(value, "share"))}`);
  return lines.length > 0 ? [`${title}:`, ...lines] : [];
}

/** Single changes of a plan: which helps most, and for each gate that is not surely met what would meet it. */
export function changesText({ gates }: Preflight, changes: readonly PlanChange[], runs: number): string {
  const helpful = changes.filter(({ gained }) => gained > 0);
  const rows = changes.filter(({ flips }) => flips.length > 0).map(({ change, flips, gained }) => ({ change, flips: flips.map(flipText).join("; "), gained }));
  const none = changes.filter(({ flips }) => flips.length === 0).map(({ change }) => change);
  const missed = whatWouldMeet(gates.map(({ id, verdict }) => [id, verdict]), changes);
  return [
    `${changes.length} single changes of the plan, ${runs} simulations each: ` +
    (helpful.length > 0 ? `"${helpful[0].change}" helps most.` : "none meets more gates than it loses."),
    ...(rows.length > 0 ? ["", tableText(rows, { columns: "change | gained:count:gates gained | flips::gates that flip", maxRows: Infinity, simulated: false })] : []),
    ...(none.length > 0 ? ["", `No gate flips with: ${none.join("; ")}.`] : []),
    ...(missed.length > 0 ? ["", "Gates that are not surely met, and the single changes that meet them:"] : []),
    ...missed.map(({ gate, changes: meeting }) => `  ${gate}: ${meeting.length > 0 ? meeting.join("; ") : "none of these changes"}`),
  ].join("\n");
}

/** Which gates flip when a default of the simulator is halved or doubled. */
export function sensitivityText({ runs, verdicts, changes, unused }: GateSensitivity): string {
  const flipping = changes.filter(({ flips }) => flips.length > 0);
  const rows = flipping.map((change) => ({ name: change.name, source: change.source, changed: valuesText(change), flips: change.flips.map(flipText).join("; ") }));
  const steady = [...new Set(changes.map(({ name }) => name))].filter((name) => flipping.every((change) => change.name !== name));
  return [
    `The simulator's defaults halved and doubled, one at a time (${runs} simulations each, the same seeds): as they are, the plan ` +
    `${Object.entries(verdicts).map(([gate, verdict]) => `${WORDS[verdict]} ${gate}`).join(", ")}.`,
    "",
    ...(rows.length > 0
      ? [tableText(rows, { columns: "name::default | changed::from → to | flips::gates that flip | source", maxRows: Infinity, simulated: false })]
      : ["No gate flips."]),
    ...(steady.length > 0 ? ["", `No gate flips with ${steady.length} others: ${steady.join(", ")}.`] : []),
    ...(unused.length > 0 ? ["", `Not used by this plan: ${unused.join(", ")}.`] : []),
  ].join("\n");
}

const WORDS: Readonly<Record<Verdict, string>> = { pass: "meets", fail: "misses", warn: "is unsure of", "not applicable": "has no value for" };

function flipText({ gate, from, to }: Flip): string {
  const short: Readonly<Record<Verdict, string>> = { pass: "meets", fail: "misses", warn: "unsure", "not applicable": "no value" };
  return `${gate}: ${short[from]} → ${short[to]}`;
}

/** "183 → 91.5 ms"; of figures that differ by workload, all of them. */
function valuesText({ from, to, unit }: DefaultChange): string {
  const list = (values: readonly number[]): string => [...new Set(values)].map((value) => String(Number(value.toPrecision(4)))).join(" / ");
  return `${list(from)} → ${list(to)} ${unit}`;
}

/** Of `label-share` the value is the share of the rarer label, as `ExpectedGate` says. */
function gateValue({ id, value, unit }: ExpectedGate): string {
  if (value === null) return "–";
  const format = unit === "count" || unit === "MB" ? "number" : unit;
  return ranged(value, (number) => formatNumber(number, format)) + (id === "label-share" ? " (rarer label)" : "");
}

function ranged({ mean, low, high }: Spread, text: (value: number) => string): string {
  return low === high ? text(mean) : `${text(mean)} [${text(low)}, ${text(high)}]`;
}
