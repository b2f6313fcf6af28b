import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import { InputError } from "../statistics/index.js";
import { checkPlan } from "./check-plan.js";
import { PlanError } from "./plan-error.js";
import type { CampaignPlan } from "./plan.js";
import { SHIPPED_PLANS, shippedPlan } from "./plans/index.js";

/**
 * A plan by the name it ships under, or from a YAML (or JSON) file. A file states a whole plan, or
 * `extends: variance` and what differs: groups of fields are merged, lists and single values
 * replaced. Throws a PlanError that says what is wrong where.
 */
export function readPlan(nameOrFile: string): CampaignPlan {
  if (Object.hasOwn(SHIPPED_PLANS, nameOrFile)) return SHIPPED_PLANS[nameOrFile];
  if (!/\.(ya?ml|json)$/.test(nameOrFile)) {
    throw new InputError(
      `"${nameOrFile}" is neither a plan that ships ` +
        `(${Object.keys(SHIPPED_PLANS).join(", ")}) nor a file that ends in .yml, .yaml or ` +
        ".json",
    );
  }
  let yaml: string;
  try {
    const about = statSync(nameOrFile);
    if (about.isFile() && about.size > MOST_BYTES)
      throw new InputError(
        `the plan ${nameOrFile} has ${about.size} bytes; a plan has at most ${MOST_BYTES}`,
      );
    if (!about.isFile() && !about.isDirectory())
      throw new InputError(`the plan ${nameOrFile} is no file, but a pipe or a device`);
    yaml = readFileSync(nameOrFile, "utf8");
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `the plan ${nameOrFile} cannot be read (${(error as NodeJS.ErrnoException).code}); ` +
        `name a file that exists, or one of ${Object.keys(SHIPPED_PLANS).join(", ")}`,
    );
  }
  return parsePlan(yaml, path.basename(nameOrFile));
}

/**
 * A plan from the text of a YAML file; `source` names it in errors, which tell the line where the
 * field, or its group, stands in it.
 */
export function parsePlan(yaml: string, source: string): CampaignPlan {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  if (document.errors.length > 0) {
    const [message] = document.errors[0].message.split("\n");
    // The parser calls itself for each level, and tells its own end as the file's fault.
    throw message.includes("call stack")
      ? tooDeep(source)
      : new InputError(`${source}: ${message}`);
  }
  try {
    return planOf(valueOf(document, source), source);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    throw new PlanError(
      source,
      error.field,
      error.value,
      error.needed,
      lineOf(error.field, document, lines),
    );
  }
}

/** The largest plan (1,440 runs, each with phases of its own) has a third of it. */
const MOST_BYTES = 1 << 20;
/** Levels of groups and lists in a plan: the deepest field lies on the sixth. */
const MOST_LEVELS = 20;
/** Repetitions that the aliases of a file may unfold to; a plan needs a few. */
const MOST_ALIASES = 1000;

/** The document as a plain value, unless it is one that unfolds without end. */
function valueOf(document: Document, source: string): unknown {
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    // What the parser says of too many aliases, and of one without an anchor.
    if (!(error instanceof ReferenceError)) throw error;
    throw new InputError(`${source}: ${error.message}; write the values out`, { cause: error });
  }
  // What aliases repeat is one object, and is looked at once.
  let level = new Set([value]);
  for (let depth = 0; level.size > 0; depth++) {
    if (depth > MOST_LEVELS) throw tooDeep(source);
    level = new Set(
      [...level].flatMap((one) =>
        typeof one === "object" && one !== null ? (Object.values(one) as unknown[]) : [],
      ),
    );
  }
  return value;
}

function tooDeep(source: string): InputError {
  return new InputError(
    `${source}: fields are nested more than ${MOST_LEVELS} levels deep, or an alias stands ` +
      "within what it names; a plan has six levels",
  );
}

function planOf(stated: unknown, source: string): CampaignPlan {
  if (typeof stated !== "object" || stated === null || Array.isArray(stated))
    throw new PlanError(source, "", stated, "a group of fields");
  const { extends: base, ...fields } = stated as Record<string, unknown>;
  if (base === undefined) return checkPlan(fields, source);
  if (typeof base !== "string" || !Object.hasOwn(SHIPPED_PLANS, base))
    throw new PlanError(source, "extends", base, `one of ${Object.keys(SHIPPED_PLANS).join(", ")}`);
  return checkPlan(merge(shippedPlan(base), fields), source);
}

/**
 * Line of a field such as `runs[0].window`, or of the nearest group round it; undefined where the
 * file states neither.
 */
function lineOf(field: string, document: Document, lines: LineCounter): number | undefined {
  const steps = field
    .replace(/^a name in /, "")
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (; steps.length > 0; steps.pop()) {
    const node = document.getIn(steps, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function merge(base: unknown, over: unknown): unknown {
  if (!isGroup(base) || !isGroup(over)) return over;
  // A keep-alive law brings its own fields; merging two laws would make neither.
  if ("law" in over) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over))
    merged[name] = Object.hasOwn(base, name) ? merge(base[name], value) : value;
  return merged;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
