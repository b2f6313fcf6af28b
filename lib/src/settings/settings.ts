import { createHash } from "node:crypto";
import path from "node:path";
import { parse } from "yaml";
import type { TSchema } from "@sinclair/typebox";
import { OTHER_WINDOW, parseYaml, readYamlText, SHIPPED_PLANS } from "../campaign/index.js";
import { formatOptions } from "../requests/index.js";
import { InputError } from "../statistics/index.js";
import { checkSettings, SettingsError } from "./check.js";
import { logOptions } from "./choices.js";
import { DEFAULTS } from "./defaults.js";
import { priceTable } from "./prices.js";
import { StudyFileSchema, type StudyFile } from "./schema.js";

/** An option that was stated, what it would be otherwise, and who stated it. */
export interface StatedOption {
  /** "label.clock" */
  option: string;
  value: unknown;
  /** Null where the usual value follows from the requests or from the scheme. */
  usual: unknown;
  /** The file's name, or "--set". */
  from: string;
}

/** What a study is about: what was stated, checked. `DEFAULTS` holds for the rest. */
export interface Settings {
  stated: StudyFile;
  /** Every option that was stated, in the order of the schema. */
  options: StatedOption[];
}

/** Where settings come from: a file, and single values, which win. */
export interface SettingsSource {
  /** Path of a study file. */
  config?: string;
  /** "label.margin=0.15"; a list's values are separated by commas. */
  set?: readonly string[];
}

/** A study that states nothing. */
export const NO_SETTINGS: Settings = { stated: {}, options: [] };

/**
 * Reads what a study states: a YAML (or JSON) file, and over it single values. Throws a
 * SettingsError that names file, line, field, value and what would be right.
 */
export function readSettings({ config, set = [] }: SettingsSource): Settings {
  const file = config === undefined ? null : readFile(config);
  const stated = structuredClone(file?.stated ?? {}) as Record<string, unknown>;
  const fromSet = set.map((text) => applySet(stated, text));
  const merged = checkSettings(stated, (field) =>
    fromSet.find((option) => field === option || field.startsWith(`${option}.`)) === undefined
      ? (file?.place(field) ?? "--set")
      : "--set",
  );
  checkTogether(merged, file?.name ?? "--set");
  const usual = new Map(leaves(DEFAULTS, ""));
  usual.set("label.margin", DEFAULTS.label.latencyMargin);
  const options = leaves(merged, "").map(([option, value]): StatedOption => {
    const set = fromSet.some((one) => option === one || option.startsWith(`${one}.`));
    return {
      option,
      value,
      usual: usual.get(option) ?? null,
      from: set || file === null ? "--set" : file.name,
    };
  });
  return { stated: merged, options };
}

function readFile(config: string): {
  stated: StudyFile;
  name: string;
  place(field: string): string;
} {
  const name = path.basename(config);
  const text = readYamlText(config, "study file", "name a file that exists: --config study.yaml");
  const { value, lineOf } = parseYaml(text, name, "study file");
  const place = (field: string): string => {
    const line = lineOf(field);
    return line === undefined ? name : `${name} line ${line}`;
  };
  const stated = { ...checkSettings(withEmptyGroups(value ?? {}, StudyFileSchema), place) };
  // A plan lies beside the file that names it.
  if (stated.plan !== undefined && isFile(stated.plan))
    stated.plan = path.resolve(path.dirname(config), stated.plan);
  return { stated, name, place };
}

/** A group of which every field is commented out is null to YAML: nothing is stated there. */
function withEmptyGroups(value: unknown, schema: TSchema | undefined): unknown {
  if (schema?.type !== "object") return value;
  if (value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      withEmptyGroups(inner, fieldSchema(schema, name)),
    ]),
  );
}

/** Whether a plan is named as a file. */
function isFile(plan: string): boolean {
  return !Object.hasOwn(SHIPPED_PLANS, plan) && /\.(ya?ml|json)$/.test(plan);
}

/** Puts "a.b=value" into the settings; returns the option's name. */
function applySet(stated: Record<string, unknown>, text: string): string {
  const [, option, given] = /^([^=\s]+)=(.*)$/s.exec(text.trim()) ?? [];
  if (!option)
    throw new SettingsError(
      `--set takes OPTION=VALUE, as label.margin=0.15, not "${text}"; see \`study schema\``,
    );
  const steps = option.split(".");
  let group = stated;
  for (const step of steps.slice(0, -1)) {
    const inner = Object.hasOwn(group, step) ? group[step] : {};
    if (typeof inner !== "object" || inner === null || Array.isArray(inner))
      throw new SettingsError(`--set ${text}: ${step} is a single value, no group of options`);
    define(group, step, inner);
    group = inner as Record<string, unknown>;
  }
  const value = valueOf(given, steps);
  define(group, steps.at(-1)!, value);
  return option;
}

/** An own field, whatever it is called ("__proto__"). */
function define(group: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(group, name, {
    value,
    ...{ enumerable: true, writable: true, configurable: true },
  });
}

/** What was typed, as the schema's kind of value: a list's items are separated by commas. */
function valueOf(text: string, steps: readonly string[]): unknown {
  const one = (part: string): unknown => {
    try {
      return parse(part) as unknown;
    } catch {
      return part;
    }
  };
  const list = schemaAt(steps)?.type === "array" && !text.trim().startsWith("[");
  return list ? text.split(",").map((part) => one(part.trim())) : one(text);
}

function schemaAt(steps: readonly string[]): TSchema | undefined {
  let schema: TSchema | undefined = StudyFileSchema;
  for (const step of steps) schema = fieldSchema(schema, step);
  return schema;
}

function fieldSchema(schema: TSchema | undefined, name: string): TSchema | undefined {
  const { properties, patternProperties } = (schema ?? {}) as {
    properties?: Record<string, TSchema>;
    patternProperties?: Record<string, TSchema>;
  };
  return properties && Object.hasOwn(properties, name)
    ? properties[name]
    : Object.values(patternProperties ?? {})[0];
}

/** What no single field tells. */
function checkTogether(stated: StudyFile, place: string): void {
  const { label = {}, ecsCost = {}, split = {} } = stated;
  if (label.margin !== undefined && (label.latencyMargin ?? label.costMargin) !== undefined)
    throw new SettingsError(
      `${place}: label.margin sets both margins; give it, or label.latencyMargin and ` +
        "label.costMargin",
    );
  if (ecsCost.model === "task-hours" && ecsCost.utilisation === undefined)
    throw new SettingsError(
      `${place}: ecsCost.model is task-hours, which needs ecsCost.utilisation (0.7: 70 % busy)`,
    );
  if (ecsCost.utilisation !== undefined && ecsCost.model !== "task-hours")
    throw new SettingsError(`${place}: ecsCost.utilisation needs ecsCost.model: task-hours`);
  if (ecsCost.tasks !== undefined && ecsCost.model !== "shared-task-hours")
    throw new SettingsError(`${place}: ecsCost.tasks needs ecsCost.model: shared-task-hours`);
  if (ecsCost.loadBalancer === true && (ecsCost.model ?? "busy-time") === "busy-time")
    throw new SettingsError(
      `${place}: ecsCost.loadBalancer needs ecsCost.model: task-hours or shared-task-hours`,
    );
  const { validation = DEFAULTS.split.validation, test = DEFAULTS.split.test } = split;
  if (!(validation > 0 && test > 0 && validation + test < 1))
    throw new SettingsError(
      `${place}: split.validation ${validation} and split.test ${test} must both be above 0 and ` +
        "leave rows to learn from: below 1 together",
    );
  priceTable(stated.prices ?? {});
  checkNames(stated, place);
  try {
    formatOptions(logOptions({ stated }));
  } catch (error) {
    if (error instanceof InputError) throw new SettingsError(`${place}: logs.${error.message}`);
    throw error;
  }
}

/** Words by which logs say that they do not know, and the window of the hours in no other. */
const TAKEN: readonly string[] = ["unknown", "undefined", OTHER_WINDOW];

function checkNames({ windows = [], patterns = [] }: StudyFile, place: string): void {
  const names = windows.map(({ name }) => name);
  names.forEach((name, i) => {
    const field = `${place}: windows[${i}]`;
    if (names.indexOf(name) !== i)
      throw new SettingsError(`${field} is called ${name}, as one before it; give it another name`);
    if (TAKEN.includes(name))
      throw new SettingsError(
        `${field} is called ${name}, which is understood without being declared; leave it out`,
      );
    const { from, to } = windows[i];
    if ((from === undefined) !== (to === undefined) || (from !== undefined && from === to))
      throw new SettingsError(
        `${field} (${name}) needs from and to, two different hours, or neither of them`,
      );
  });
  for (const name of patterns)
    if (name === "unknown" || name === "undefined")
      throw new SettingsError(
        `${place}: patterns holds ${name}, which is understood without being declared; leave ` +
          "it out",
      );
}

/** Single values and lists of nested groups, under their names joined by dots. */
function leaves(group: object, before: string): [string, unknown][] {
  return Object.entries(group).flatMap(([name, value]: [string, unknown]): [string, unknown][] => {
    const option = before === "" ? name : `${before}.${name}`;
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? leaves(value, option)
      : [[option, value]];
  });
}

/** Every option in effect, for the record: what was stated over `DEFAULTS`, and the price table. */
export function effectiveOptions({ stated }: Settings): Record<string, unknown> {
  const { margin, ...label } = stated.label ?? {};
  const both = margin === undefined ? {} : { latencyMargin: margin, costMargin: margin };
  const over: StudyFile = { ...stated, label: { ...label, ...both } };
  const effective = merge(DEFAULTS, over) as Record<string, unknown>;
  return {
    ...effective,
    prices: { ...(effective.prices as object), ...priceTable(stated.prices ?? {}) },
  };
}

function merge(base: unknown, over: unknown): unknown {
  const group = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!group(base) || !group(over)) return over ?? base;
  const names = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...names].map((name) => [name, merge(base[name], over[name])]));
}

/**
 * Six digits that tell one study from another; "" where nothing is stated but the seed (which a
 * run names by itself). A plan counts by its file's name, so that they are the same everywhere.
 */
export function settingsDigest({ stated }: Settings): string {
  const { seed: _, plan, ...rest } = stated;
  const said = plan === undefined ? rest : { ...rest, plan: path.basename(plan) };
  const flat = leaves(said, "").sort(([a], [b]) => (a < b ? -1 : 1));
  if (flat.length === 0) return "";
  return createHash("sha256").update(JSON.stringify(flat)).digest("hex").slice(0, 6);
}

/**
 * The options in which two studies differ, but for the seed: "label.clock response, not execution".
 */
export function settingsDifferences(one: Settings, other: Settings): string[] {
  const [a, b] = [one, other].map((settings) => new Map(leaves(effectiveOptions(settings), "")));
  const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => name !== "seed");
  return names
    .filter((name) => JSON.stringify(a.get(name)) !== JSON.stringify(b.get(name)))
    .map((name) => `${name} ${inWords(a.get(name))}, not ${inWords(b.get(name))}`);
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return "the usual";
  return typeof value === "string" ? value : JSON.stringify(value);
}
