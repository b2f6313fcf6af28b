import { InputError } from "../statistics/index.js";
import type { LogRecord } from "./fields.js";
import { LOG_FIELDS, logField, type FieldKind, type LogField } from "./log-fields.js";

/** Units of a column, by what the field holds, and how many of the field's own unit one is. */
const UNITS: Partial<Record<FieldKind, Readonly<Record<string, number>>>> = {
  ms: { ns: 1e-6, us: 1e-3, ms: 1, s: 1000 },
  kb: { bytes: 1 / 1024, kb: 1, mb: 1024 },
  mb: { bytes: 1 / 2 ** 20, kb: 1 / 1024, mb: 1 },
};

type Value = string | number | boolean;

/** Where a field's value comes from: a column, with its unit, or one value for every record. */
export interface ColumnRule {
  /** Name of the column or key; `a.b` is b inside a where no key is called "a.b". */
  column?: string;
  /** Of times ns, us, ms, s; of sizes bytes, kb, mb (1024 each). The field's own unless told. */
  unit?: string;
  /** The value of every record. */
  constant?: Value;
  /** Values to put in the place of others: `{fargate: "ecs"}`. */
  values?: Readonly<Record<string, Value>>;
}

/** Fields of the study by the column that holds them: `{response_time_ms: "latency_ms"}`. */
export type ColumnMapping = Readonly<Record<string, string | ColumnRule>>;

interface Step extends ColumnRule {
  field: LogField;
  scale: number;
}

/**
 * A mapping, checked, ready to be laid over records. Throws an InputError that names the field and
 * what is wrong with it.
 */
export class Columns {
  readonly steps: readonly Step[];

  constructor(mapping: ColumnMapping) {
    this.steps = Object.entries(mapping).map(([name, rule]) =>
      checkedStep(name, typeof rule === "string" ? { column: rule } : rule),
    );
  }

  /** Name of the column that a field comes from; null where it is not mapped. */
  columnOf(name: string): string | null {
    return this.steps.find(({ field }) => field.name === name)?.column ?? null;
  }

  has(name: string): boolean {
    return this.steps.some(({ field }) => field.name === name);
  }

  /**
   * A record of the study with what the mapping takes from `columns`, a record as it was logged. A
   * column that is not there leaves the field as it was.
   */
  apply(record: LogRecord, columns: LogRecord): LogRecord {
    const mapped: LogRecord = { ...record };
    if (this.steps.some(({ field }) => field.inMetrics))
      mapped.metrics = { ...(record.metrics as LogRecord | undefined) };
    for (const step of this.steps) {
      const value = valueOf(step, columns);
      if (value === undefined) continue;
      const place = step.field.inMetrics ? (mapped.metrics as LogRecord) : mapped;
      place[step.field.name] = value;
    }
    return mapped;
  }
}

function checkedStep(name: string, rule: ColumnRule): Step {
  const field = logField(name);
  const wrong = (what: string): InputError => new InputError(`columns: ${name} ${what}`);
  if (!field)
    throw wrong(`is no field of the study; there are ${LOG_FIELDS.map((f) => f.name).join(", ")}`);
  if ((rule.column === undefined) === (rule.constant === undefined))
    throw wrong("needs a column or a constant, one of both");
  if (rule.unit === undefined) return { ...rule, field, scale: 1 };
  const units = UNITS[field.kind];
  if (!units) throw wrong(`has no unit, "${rule.unit}" was given`);
  const scale = units[rule.unit];
  if (scale === undefined)
    throw wrong(`takes ${Object.keys(units).join(", ")} as its unit, not "${rule.unit}"`);
  return { ...rule, field, scale };
}

function valueOf({ column, constant, values, scale, field }: Step, columns: LogRecord): unknown {
  let value = column === undefined ? constant : columnValue(columns, column);
  // An empty cell is a value that is not there.
  if (value === undefined || value === "") return undefined;
  if (values && Object.hasOwn(values, String(value))) value = values[String(value)];
  if (scale !== 1 && isNumber(value)) return Number(value) * scale;
  return field.kind === "boolean" ? asBoolean(value) : value;
}

/** The value of a key, or at a path of keys. */
export function columnValue(columns: LogRecord, name: string): unknown {
  if (Object.hasOwn(columns, name)) return columns[name];
  let value: unknown = columns;
  for (const key of name.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as LogRecord)[key];
  }
  return value;
}

function isNumber(value: unknown): boolean {
  return (
    typeof value === "number" ||
    (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
  );
}

/** "true", "True" and "1" are true where text is all that a file can hold; others stay. */
export function asBoolean(value: unknown): unknown {
  if (value === 1 || value === "1" || value === "true" || value === "True" || value === "TRUE")
    return true;
  if (value === 0 || value === "0" || value === "false" || value === "False" || value === "FALSE")
    return false;
  return value;
}

/**
 * Mappings as they are typed: `FIELD=COLUMN`, `FIELD=COLUMN[unit]` or `FIELD:=VALUE`, e.g.
 * `response_time_ms=latency[s]` and `platform:=lambda`. Throws an InputError.
 */
export function parseColumns(texts: readonly string[]): Readonly<Record<string, ColumnRule>> {
  const mapping: Record<string, ColumnRule> = {};
  for (const text of texts) {
    const [, name, colon, value] = /^\s*([\w.]+)\s*(:?)=\s*(.+?)\s*$/.exec(text) ?? [];
    if (!name)
      throw new InputError(
        `a mapping is FIELD=COLUMN, FIELD=COLUMN[unit] or FIELD:=VALUE, not "${text}"`,
      );
    const withUnit = /^(.*\S)\s*\[(ns|us|ms|s|bytes|kb|mb)\]$/.exec(value);
    mapping[name] = colon
      ? { constant: value }
      : withUnit
        ? { column: withUnit[1], unit: withUnit[2] }
        : { column: value };
  }
  return mapping;
}
