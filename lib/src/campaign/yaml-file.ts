import { readFileSync, statSync } from "node:fs";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import { InputError } from "../statistics/index.js";

/** A YAML (or JSON) document as plain values, which remembers where its fields stand. */
export interface YamlFile {
  value: unknown;
  /**
   * Line of a field such as `runs[0].window`, or of the nearest group round it; undefined where the
   * file states neither.
   */
  lineOf(field: string): number | undefined;
}

/** The largest plan (1,440 runs, each with phases of its own) has a third of it. */
const MOST_BYTES = 1 << 20;
/** Levels of groups and lists: the deepest field of a plan lies on the sixth. */
const MOST_LEVELS = 20;
/** Repetitions that the aliases of a file may unfold to; a plan needs a few. */
const MOST_ALIASES = 1000;

/**
 * The text of a file of options; `what` says what it holds ("plan"). Throws an InputError where it
 * cannot be read, is no file or is too large; `orElse` ends the message of one that is not there.
 */
export function readYamlText(file: string, what: string, orElse: string): string {
  try {
    const about = statSync(file);
    if (about.isFile() && about.size > MOST_BYTES)
      throw new InputError(
        `the ${what} ${file} has ${about.size} bytes; a ${what} has at most ${MOST_BYTES}`,
      );
    if (!about.isFile() && !about.isDirectory())
      throw new InputError(`the ${what} ${file} is no file, but a pipe or a device`);
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `the ${what} ${file} cannot be read (${(error as NodeJS.ErrnoException).code}); ${orElse}`,
    );
  }
}

/** Parses such a text; `source` names it in errors. Throws an InputError for what is no YAML. */
export function parseYaml(text: string, source: string, what: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const [message] = document.errors[0].message.split("\n");
    // The parser calls itself for each level, and tells its own end as the file's fault.
    throw message.includes("call stack")
      ? tooDeep(source, what)
      : new InputError(`${source}: ${message}`);
  }
  return {
    value: valueOf(document, source, what),
    lineOf: (field) => lineOf(field, document, lines),
  };
}

/** The document as a plain value, unless it is one that unfolds without end. */
function valueOf(document: Document, source: string, what: string): unknown {
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
    if (depth > MOST_LEVELS) throw tooDeep(source, what);
    level = new Set(
      [...level].flatMap((one) =>
        typeof one === "object" && one !== null ? (Object.values(one) as unknown[]) : [],
      ),
    );
  }
  return value;
}

function tooDeep(source: string, what: string): InputError {
  return new InputError(
    `${source}: fields are nested more than ${MOST_LEVELS} levels deep, or an alias stands ` +
      `within what it names; a ${what} has ${what === "plan" ? "six" : "a few"} levels`,
  );
}

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
