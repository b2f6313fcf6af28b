import { Kind, type TSchema } from "@sinclair/typebox";
import { Value, ValueErrorType, type ValueError } from "@sinclair/typebox/value";
import { InputError } from "../statistics/index.js";
import { StudyFileSchema, type StudyFile } from "./schema.js";

/** A setting that cannot be used: where it stands, what stands there, what would be right. */
export class SettingsError extends InputError {
  override name = "SettingsError";
}

/**
 * The value, where it is what a study file may state. Throws a SettingsError that names every field
 * at fault: `place` says where a field stands ("study.yaml line 3", "--set").
 */
export function checkSettings(value: unknown, place: (field: string) => string): StudyFile {
  const errors = [...Value.Errors(StudyFileSchema, value)];
  if (errors.length === 0) return value as StudyFile;
  const told = new Map(errors.map((error) => [error.path, inWords(error, place)]));
  throw new SettingsError([...told.values()].slice(0, MOST_ERRORS).join("; "));
}

const MOST_ERRORS = 5;

/** "/label/clock" -> "label.clock", "/workloads/a~1b" -> "workloads.a/b". */
function fieldOf(path: string): string {
  return path
    .split("/")
    .slice(1)
    .map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"))
    .join(".");
}

function inWords({ path, value, schema, type }: ValueError, place: (field: string) => string) {
  const field = fieldOf(path);
  if (type === ValueErrorType.ObjectAdditionalProperties) {
    const group = field.split(".").slice(0, -1).join(".");
    const name = field.split(".").at(-1)!;
    const known = Object.keys((schema as { properties?: object }).properties ?? {});
    return `${place(field)}: ${field} is not known; ${group || "a study"} has ${hint(name, known)}`;
  }
  const stated = value === undefined ? "is missing" : `is ${shown(value)}`;
  return `${place(field)}: ${field || "the study"} ${stated}; it must be ${needed(schema)}`;
}

/** The fields there are, the one that was probably meant alone where one begins like it. */
function hint(name: string, known: readonly string[]): string {
  const like = known.find(
    (one) => one.toLowerCase().slice(0, 4) === name.toLowerCase().slice(0, 4),
  );
  return like ? `${like}, or ${known.filter((one) => one !== like).join(", ")}` : known.join(", ");
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** What a schema asks for, in words. */
function needed(schema: TSchema): string {
  const about = schema.description ? ` (${schema.description})` : "";
  return `${kindInWords(schema)}${about}`;
}

function kindInWords(schema: TSchema): string {
  switch (schema[Kind]) {
    case "Union":
      return `one of ${(schema.anyOf as { const: string }[]).map((one) => one.const).join(", ")}`;
    case "Literal":
      return String(schema.const);
    case "Number":
    case "Integer":
      return `${schema[Kind] === "Integer" ? "a whole number" : "a number"}${rangeInWords(schema)}`;
    case "Array":
      return (
        `a list${schema.minItems ? " that is not empty" : ""}` +
        (schema.uniqueItems ? ", each once" : "")
      );
    case "Boolean":
      return "true or false";
    case "String":
      return "a text that is not empty";
    default:
      return "a group of fields";
  }
}

function rangeInWords({ minimum, maximum, exclusiveMinimum }: TSchema): string {
  const low =
    minimum !== undefined
      ? ` of ${minimum as number} or more`
      : exclusiveMinimum !== undefined
        ? ` above ${exclusiveMinimum as number}`
        : "";
  return `${low}${maximum === undefined ? "" : `${low ? " and" : ""} up to ${maximum as number}`}`;
}
