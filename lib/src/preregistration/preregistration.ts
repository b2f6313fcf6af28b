import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { GATES, type CampaignPlan, type Gate } from "../campaign/index.js";
import { labelOptions, type LabelOptions, type LabelScheme } from "../labels/index.js";
import { planLabels } from "../preflight/index.js";
import { InputError } from "../statistics/index.js";

/** A gate as it was promised: what it asks, what must hold, by which numbers. */
export type FrozenGate = Pick<Gate, "id" | "question" | "target" | "thresholds">;

/** What is fixed before the first request is sent. */
export interface FrozenStudy {
  format: 1;
  /** The whole plan, with nothing left to a default. */
  plan: CampaignPlan;
  gates: FrozenGate[];
  /** The label with every option it has. */
  label: LabelOptions;
  /** Id of the one gate by which the study is judged; the others are secondary. */
  primaryOutcome: string;
  /** Seed of everything random in the analysis. */
  seed: number;
}

/**
 * The same with the SHA-256 of its canonical JSON (keys sorted, no blanks), which can be published.
 */
export interface Preregistration extends FrozenStudy {
  sha256: string;
}

/** What of a study its author chooses; the rest is the library's. */
export interface PreregistrationChoices {
  scheme?: LabelScheme;
  latencyMargin?: number;
  costMargin?: number;
  /** "beats-lookup" unless given: is a model better than any lookup table? */
  primaryOutcome?: string;
  seed: number;
}

/**
 * Freezes a study. Equal plans and choices give equal bytes: no date is in it, the time is told by
 * wherever the hash is published. Throws an InputError where no gate has the name of the outcome.
 */
export function preregister(plan: CampaignPlan, choices: PreregistrationChoices): Preregistration {
  const { primaryOutcome = "beats-lookup", seed, scheme, ...margins } = choices;
  const gates = frozenGates();
  if (!gates.some(({ id }) => id === primaryOutcome))
    throw new InputError(
      `no gate is called "${primaryOutcome}"; a primary outcome is one of ` +
        gates.map(({ id }) => id).join(", "),
    );
  const label = labelOptions({ ...planLabels(plan), ...margins, ...(scheme && { scheme }) });
  const frozen: FrozenStudy = { format: 1, plan, gates, label, primaryOutcome, seed };
  return { ...frozen, sha256: digestOf(frozen) };
}

/** The gates as the library judges them now. */
export function frozenGates(): FrozenGate[] {
  return GATES.map(({ id, question, target, thresholds }) => ({
    id,
    question,
    target,
    thresholds,
  }));
}

/** Text of a preregistration's file. */
export function preregistrationJson(frozen: Preregistration): string {
  return `${JSON.stringify(frozen, null, 2)}\n`;
}

/**
 * Reads a preregistration. Throws an InputError where the file cannot be read, is none, or was
 * changed since it was frozen: its content does not have the SHA-256 that it states.
 */
export function readPreregistration(file: string): Preregistration {
  let read: Preregistration;
  try {
    read = JSON.parse(readFileSync(file, "utf8")) as Preregistration;
  } catch (error) {
    throw new InputError(
      `${file}: cannot be read as a preregistration: ${(error as Error).message}`,
    );
  }
  if (read?.format !== 1 || typeof read.sha256 !== "string" || !read.plan || !read.label)
    throw new InputError(
      `${file}: is no preregistration of this version; \`study preregister PLAN --to FILE\` ` +
        "makes one",
    );
  const { sha256, ...frozen } = read;
  if (digestOf(frozen) !== sha256)
    throw new InputError(
      `${file}: was changed since it was frozen (it states SHA-256 ${sha256.slice(0, 12)}…, its ` +
        `content has ${digestOf(frozen).slice(0, 12)}…): use the file as it was`,
    );
  return read;
}

function digestOf(frozen: FrozenStudy): string {
  return createHash("sha256").update(canonicalJson(frozen)).digest("hex");
}

/** JSON with keys sorted and no blanks: one text for one value. */
export function canonicalJson(value: unknown): string {
  // What JSON leaves out (undefined) is left out before keys are sorted.
  return JSON.stringify(sorted(JSON.parse(JSON.stringify(value))));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
