import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  collectGates,
  readManifest,
  runFolder,
  staleNotebooks,
  type Manifest,
  type RunGate,
} from "../artefacts/index.js";
import { formatGateValue, formatNumber, tableText } from "../display/index.js";
import { labelledTableFromArrow } from "../features/index.js";
import { settingsDifferences } from "../settings/index.js";
import { readRunArtefacts, type RunArtefacts } from "../verdict/index.js";
import { UsageError } from "./command.js";

/** One thing of two runs, side by side; null where a run does not know it (or not any more). */
interface Pair<T> {
  here: T | null;
  there: T | null;
}

/** Two runs side by side. "there" is the one that is compared with. */
export interface RunComparison {
  here: string;
  there: string;
  /** What they are made from, and the options in which they differ. */
  source: Pair<string>;
  options: string[];
  gates: ({ id: string } & Pair<JudgedGate>)[];
  /** Accuracy on the test rows of each model, by its title. */
  accuracies: ({ model: string } & Pair<number>)[];
  /** Requests with a label in both, and those whose label differs; null for other requests. */
  labels: { compared: number; changed: number; onlyHere: number; onlyThere: number } | null;
  /** What the best router saves against the best fixed choice a request: ms and USD. */
  value: ({ what: string } & Pair<number>)[];
}

type JudgedGate = Pick<RunGate, "value" | "unit" | "verdict">;

interface KnownRun {
  run: string;
  manifest: Manifest;
  artefacts: RunArtefacts;
  gates: RunGate[];
  stale: Record<string, string>;
}

function knownRun(run: string): KnownRun {
  const folder = runFolder(run);
  const manifest = existsSync(folder) ? readManifest(folder) : null;
  if (!manifest)
    throw new UsageError(
      `processed-data/${run} holds no run of this version: execute it first (\`study run\` with ` +
        "its options), or name another",
    );
  const stale = staleNotebooks(run);
  const gates = collectGates(run, stale);
  const { simulated } = manifest;
  const artefacts = readRunArtefacts(folder, { run, simulated, gates, stale });
  return { run, manifest, artefacts, gates, stale };
}

/**
 * Sets two runs side by side, by what their notebooks left in processed-data; what is stale counts
 * as not known. Throws a UsageError where one of them is no run.
 */
export function compareRuns(here: string, there: string): RunComparison {
  const [a, b] = [knownRun(here), knownRun(there)];
  const seeds = a.manifest.seed === b.manifest.seed ? [] : [seedsInWords(a, b)];
  return {
    here,
    there,
    source: { here: a.manifest.source.name, there: b.manifest.source.name },
    options: [...seeds, ...settingsDifferences(a.manifest.settings, b.manifest.settings)],
    gates: sideBySide(
      a.gates.map((gate) => [gate.id, shownGate(gate)]),
      b.gates.map((gate) => [gate.id, shownGate(gate)]),
    ).map(([id, pair]) => ({ id, ...pair })),
    accuracies: sideBySide(accuraciesOf(a), accuraciesOf(b)).map(([model, pair]) => ({
      model,
      ...pair,
    })),
    labels: changedLabels(a, b),
    value: sideBySide(valueOf(a), valueOf(b)).map(([what, pair]) => ({ what, ...pair })),
  };
}

function seedsInWords(a: KnownRun, b: KnownRun): string {
  return `seed ${a.manifest.seed}, not ${b.manifest.seed}`;
}

function shownGate({ value, unit, verdict }: RunGate): JudgedGate {
  return { value, unit, verdict };
}

function sideBySide<T>(
  here: readonly (readonly [string, T])[],
  there: readonly (readonly [string, T])[],
): [string, Pair<T>][] {
  const [a, b] = [new Map(here), new Map(there)];
  return [...new Set([...a.keys(), ...b.keys()])].map((name) => [
    name,
    { here: a.get(name) ?? null, there: b.get(name) ?? null },
  ]);
}

function accuraciesOf({ artefacts: { training } }: KnownRun): [string, number][] {
  return (training?.models ?? []).map(({ title, intervals }) => [
    title,
    intervals.accuracy.estimate,
  ]);
}

function valueOf({ artefacts: { routing } }: KnownRun): [string, number][] {
  const value = routing?.comparison.values.find(({ policy }) => policy === routing.router);
  if (!value) return [];
  return [
    ["share sent to Lambda", value.lambdaShare],
    ["ms saved a request", value.saved.latencyMs.estimate],
    ["USD saved a million requests", 1e6 * value.saved.costUsd.estimate],
  ];
}

/** Labels by request, where both runs are of the same lines of logs. */
function changedLabels(a: KnownRun, b: KnownRun): RunComparison["labels"] {
  const [left, right] = [a, b].map(labelsOf);
  if (left === null || right === null || left.logs !== right.logs) return null;
  let compared = 0;
  let changed = 0;
  for (const [request, label] of left.labels) {
    const other = right.labels.get(request);
    if (other === undefined) continue;
    compared++;
    changed += Number(other !== label);
  }
  const { size: here } = left.labels;
  const { size: there } = right.labels;
  return { compared, changed, onlyHere: here - compared, onlyThere: there - compared };
}

function labelsOf({
  run,
  manifest,
  stale,
}: KnownRun): { logs: string; labels: Map<number, number> } | null {
  const file = path.join(runFolder(run), "labelled.arrow");
  if (!existsSync(file) || Object.hasOwn(stale, "03_percentile_labeling")) return null;
  const inputs = manifest.notebooks["01_variance_audit"]?.inputs ?? [];
  const logs = inputs.map((input) => `${input.file} ${input.sha256}`).sort();
  const { label, extra } = labelledTableFromArrow(readFileSync(file));
  return {
    logs: logs.join("\n"),
    labels: new Map(Array.from(label, (value, row) => [extra.request[row], value])),
  };
}

/** The comparison as it is printed. */
export function comparisonText(comparison: RunComparison): string {
  const { here, there, source, options, labels } = comparison;
  const gates = comparison.gates.map(({ id, here: a, there: b }) => ({
    gate: id,
    here: gateText(a),
    there: gateText(b),
    changed: a && b && a.verdict !== b.verdict ? "changes" : "",
  }));
  const columns = (first: string, format: string): string =>
    `${first} | here:${format}:${HERE} | there:${format}:${THERE}`;
  return [
    `${HERE}: ${here} (${source.here ?? ""}); ${THERE}: ${there} (${source.there ?? ""})`,
    "",
    options.length === 0 ? "No option differs." : "Options that differ (here, not there):",
    ...options.map((option) => `  ${option}`),
    "",
    tableText(gates, { columns: "gate | here | there | changed", maxRows: Infinity }),
    "",
    labels === null
      ? "Labels: not compared, the runs are of other logs, or one has none that is not stale."
      : `Labels: ${count(labels.changed)} of ${count(labels.compared)} requests that have one in ` +
        `both differ; ${count(labels.onlyHere)} have one only here, ${count(labels.onlyThere)} ` +
        "only there.",
    "",
    comparison.accuracies.length === 0
      ? "Accuracies: neither run has trained models that are not stale."
      : tableText(comparison.accuracies, { columns: columns("model", "share") }),
    "",
    comparison.value.length === 0
      ? "Value: neither run has judged a router that is not stale."
      : tableText(comparison.value, { columns: columns("what::best router", "number") }),
  ].join("\n");
}

const HERE = "here";
const THERE = "there";
const count = (value: number): string => formatNumber(value, "count");

function gateText(gate: JudgedGate | null): string {
  if (gate === null) return "not judged";
  return gate.value === null ? gate.verdict : `${formatGateValue(gate)} ${gate.verdict}`;
}
