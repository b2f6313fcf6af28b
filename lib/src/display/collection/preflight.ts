import type { Verdict } from "../../campaign/index.js";
import type {
  DefaultChange,
  ExpectedGate,
  Flip,
  PlanChange,
  Preflight,
  Spread,
} from "../../preflight/index.js";
import { barChart } from "../charts/index.js";
import { formatNumber } from "../format.js";
import { showFigure, showText } from "../show.js";
import { showTable } from "../table.js";

export const EXPECTED_GATE_COLUMNS =
  "gate | value::simulated value | target | met:share:simulations that meet it | verdict:verdict";
export const PLAN_CHANGE_COLUMNS = "change | gained:count:gates gained | flips::gates that flip";
export const DEFAULT_CHANGE_COLUMNS =
  "name::default | changed::from → to | flips::gates that flip | source";

/**
 * Gates of a pre-flight as rows of a table, with the range of their values over the simulations.
 */
export function expectedGateRows(gates: readonly ExpectedGate[]): object[] {
  return gates.map((gate) => ({
    gate: gate.id,
    value: gateValue(gate),
    target: gate.target,
    met: gate.passShare,
    verdict: gate.verdict,
  }));
}

/** Single changes of a plan that flip a gate. */
export function planChangeRows(changes: readonly PlanChange[]): object[] {
  return changes
    .filter(({ flips }) => flips.length > 0)
    .map(({ change, flips, gained }) => ({
      change,
      flips: flips.map(flipText).join("; "),
      gained,
    }));
}

/** Halved and doubled defaults of the simulator that flip a gate. */
export function defaultChangeRows(changes: readonly DefaultChange[]): object[] {
  return changes
    .filter(({ flips }) => flips.length > 0)
    .map((change) => ({
      name: change.name,
      source: change.source,
      changed: valuesText(change),
      flips: change.flips.map(flipText).join("; "),
    }));
}

/**
 * A pre-flight: table of its gates, how often each is met as bars, and the most important input in
 * words.
 */
export async function showPreflight({
  plan,
  runs,
  gates,
  topInput,
  bill,
}: Preflight): Promise<void> {
  showTable(expectedGateRows(gates), {
    columns: EXPECTED_GATE_COLUMNS,
    caption: `"${plan}" simulated ${runs} times; in brackets, where 95 % of the simulations lie`,
    simulated: true,
  });
  const text = {
    title: `How often "${plan}" meets each gate`,
    xTitle: `share of ${runs} simulations`,
    yTitle: "",
    simulated: true,
  };
  await showFigure(
    barChart(
      gates.map(({ id }) => id),
      [{ name: "met", values: gates.map(({ passShare }) => passShare) }],
      text,
      { format: ".0%", horizontal: true },
    ),
    `share of simulations of ${plan} that meet each gate`,
  );
  const missed = gates.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
  const tops = Object.entries(topInput).map(([input, times]) => `${input} (${times} of ${runs})`);
  showText(
    (missed.length > 0
      ? `Run as it is, **"${plan}" would miss ${missed.join(", ")}**`
      : `**No gate would be missed by "${plan}"**`) +
      ` (simulated). Most important input: ${tops.join(", ") || "none"}. Expected bill: ` +
      `${formatNumber(bill.totalUsd, "usd")}.`,
  );
}

function flipText({ gate, from, to }: Flip): string {
  const short: Readonly<Record<Verdict, string>> = {
    pass: "meets",
    fail: "misses",
    warn: "unsure",
    "not applicable": "no value",
  };
  return `${gate}: ${short[from]} → ${short[to]}`;
}

/** "183 → 91.5 ms"; of figures that differ by workload, all of them. */
function valuesText({ from, to, unit }: DefaultChange): string {
  const list = (values: readonly number[]): string =>
    [...new Set(values)].map((value) => String(Number(value.toPrecision(4)))).join(" / ");
  return `${list(from)} → ${list(to)} ${unit}`;
}

/** Of `label-share` the value is the share of the rarer label, as `ExpectedGate` says. */
function gateValue({ id, value, unit }: ExpectedGate): string {
  if (value === null) return "–";
  const format = unit === "count" || unit === "MB" ? "number" : unit;
  return (
    rangeText(value, (number) => formatNumber(number, format)) +
    (id === "label-share" ? " (rarer label)" : "")
  );
}

/** The mean over simulations with the range of 95 % of them; the number alone where they agree. */
export function rangeText({ mean, low, high }: Spread, text: (value: number) => string): string {
  return low === high ? text(mean) : `${text(mean)} [${text(low)}, ${text(high)}]`;
}
