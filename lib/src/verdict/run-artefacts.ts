import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { LabellingManifest } from "../artefacts/index.js";
import type { Attainability } from "../attainability/index.js";
import type { AuditResult } from "../audit/index.js";
import type { GateResult } from "../campaign/index.js";
import type { PermutationImportance } from "../explain/index.js";
import type { PolicyComparison } from "../routing/index.js";
import type { Interval } from "../statistics/index.js";

/** The notebooks, by the artefact that each leaves. */
export const NOTEBOOKS = {
  audit: "01_variance_audit",
  collection: "02_payload_variant_collection",
  labelling: "03_percentile_labeling",
  training: "04_training",
  importance: "05_permutation_importance",
  routing: "06_routing_value",
} as const;

/** What is read of `training.json`. */
export interface TrainingRecord {
  /** Kind of the best model by validation accuracy. */
  best: string;
  bounds: Attainability;
  models: { kind: string; title: string; intervals: { accuracy: Interval } }[];
  pairs: { a: string; b: string; difference: Interval }[];
  /** How rows were split, in words. */
  split?: string;
  /** A search for hyperparameters each. */
  tunings?: readonly unknown[];
  /** Accuracy on rows that were left out by context. */
  gaps?: readonly { question: string; random: boolean }[];
}

/** What is read of `importance.json`. */
export interface ImportanceRecord {
  best: string;
  inputs: { title: string; importance: PermutationImportance }[];
}

/** What is read of `routing.json`. */
export interface RoutingRecord {
  verdict: string;
  router: string;
  comparison: PolicyComparison;
}

/**
 * What a run left behind; null for each notebook that was not run to its end, and for each that is
 * stale.
 */
export interface RunArtefacts {
  run: string;
  simulated: boolean;
  audit: AuditResult | null;
  labelling: LabellingManifest | null;
  training: TrainingRecord | null;
  importance: ImportanceRecord | null;
  routing: RoutingRecord | null;
  /** Those that are not stale. */
  gates: readonly GateResult[];
  /** Notebooks that an error stopped. */
  stopped: readonly string[];
  /** Why a notebook's results may not be used, in one sentence with the remedy, by notebook. */
  stale: Readonly<Record<string, string>>;
  /** Findings and gates that were accepted, each with its reason, by id. */
  accepted: Readonly<Record<string, string>>;
}

/** Reads what the notebooks of a run left in its folder. */
export function readRunArtefacts(
  folder: string,
  known: Pick<RunArtefacts, "run" | "simulated" | "gates"> &
    Partial<Pick<RunArtefacts, "stopped" | "stale" | "accepted">>,
): RunArtefacts {
  const { stale = {} } = known;
  const read = <T>(file: string, notebook: string): T | null => {
    const full = path.join(folder, file);
    return existsSync(full) && !Object.hasOwn(stale, notebook)
      ? (JSON.parse(readFileSync(full, "utf8"), withInfinities) as T)
      : null;
  };
  const audits = Object.values(
    read<Record<string, AuditResult>>("audit.json", NOTEBOOKS.audit) ?? {},
  );
  return {
    stopped: [],
    stale,
    accepted: {},
    ...known,
    // Of several campaigns the later notebooks go on with the last.
    audit: audits.at(-1) ?? null,
    labelling: read("labelling.json", NOTEBOOKS.labelling),
    training: read("training.json", NOTEBOOKS.training),
    importance: read("importance.json", NOTEBOOKS.importance),
    routing: read("routing.json", NOTEBOOKS.routing),
  };
}

/** JSON has no infinities: an end of an interval that is not known stands there as null. */
function withInfinities(key: string, value: unknown): unknown {
  if (value !== null) return value;
  return key === "low" ? -Infinity : key === "high" ? Infinity : null;
}
