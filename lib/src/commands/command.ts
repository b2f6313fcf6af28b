import path from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { InputError } from "../statistics/index.js";

/**
 * Exit statuses of `study`: done; a check, gate or notebook failed, or this program did; bad usage
 * or input, or a place that cannot be read or written.
 */
export const DONE = 0;
export const FAILED = 1;
export const BAD_INPUT = 2;

/** One option of a subcommand, as it is parsed and as `--help` shows it. */
export interface OptionSpec {
  type: "string" | "boolean";
  /** True where it may be given several times. */
  multiple?: boolean;
  /** Placeholder of its value in the help, e.g. "DIR". */
  value?: string;
  help: string;
}

/** A subcommand: thin, over the rooms of lib. */
export interface Command {
  name: string;
  summary: string;
  /** Positional arguments as the help shows them, e.g. "[LOGS]". */
  positionals: string;
  /** How many of them there may be. */
  maxPositionals: number;
  options: Readonly<Record<string, OptionSpec>>;
  /**
   * Runs it; the return value is the exit status. Results go to `out`, progress to standard error.
   */
  run(args: Arguments): Promise<number>;
}

/** What the user typed, checked against the command's options. */
export interface Arguments {
  positionals: string[];
  text(option: string): string | undefined;
  /** Every value of an option that may be given several times. */
  texts(option: string): string[];
  flag(option: string): boolean;
  /** A number option; throws a UsageError when it is none. */
  number(option: string): number | undefined;
  /** A whole number of `least` or more; throws a UsageError when it is none. */
  whole(option: string, least?: number): number | undefined;
}

/** What was typed cannot be done as it stands: one clear line on standard error, status 2. */
export class UsageError extends InputError {
  override name = "UsageError";
}

const COMMON: Readonly<Record<string, OptionSpec>> = {
  json: { type: "boolean", help: "print the result as JSON" },
  help: { type: "boolean", help: "show this text" },
};

/**
 * A path as the user means it: from where the command was typed (npm changes to the root and keeps
 * that in INIT_CWD).
 */
export function typedPath(typed: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), typed);
}

/** Options of a command with the ones every command has. */
export function allOptions(command: Command): Record<string, OptionSpec> {
  return { ...command.options, ...COMMON };
}

/**
 * Parses what follows the command's name. Throws a UsageError on anything the command does not
 * know.
 */
export function parseArguments(command: Command, argv: readonly string[]): Arguments {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const [name, { type, multiple = false }] of Object.entries(allOptions(command)))
    options[name] = { type, multiple };
  let values: Record<string, unknown>;
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      strict: true,
    }));
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message.split(/\.\s/)[0]}; see \`study ${command.name} --help\``,
    );
  }
  if (positionals.length > command.maxPositionals) {
    throw new UsageError(
      `"${positionals[command.maxPositionals]}" is one argument too many; see \`study ` +
        `${command.name} --help\``,
    );
  }
  const text = (option: string): string | undefined => values[option] as string | undefined;
  const numberThat = (
    option: string,
    what: string,
    holds: (value: number) => boolean,
  ): number | undefined => {
    const given = text(option);
    if (given === undefined) return undefined;
    const value = Number(given);
    if (given.trim() === "" || !holds(value))
      throw new UsageError(`--${option} takes ${what}, not "${given}"`);
    return value;
  };
  return {
    positionals,
    text,
    texts: (option) => (values[option] as string[] | undefined) ?? [],
    flag: (option) => values[option] === true,
    number: (option) => numberThat(option, "a number", Number.isFinite),
    whole: (option, least = 0) =>
      numberThat(
        option,
        `a whole number from ${least}`,
        (value) => Number.isSafeInteger(value) && value >= least,
      ),
  };
}

/** The text of `study <command> --help`. */
export function helpText(command: Command): string {
  const rows = Object.entries(allOptions(command)).map(([name, { value, help }]) => [
    `  --${name}${value ? ` ${value}` : ""}`,
    help,
  ]);
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return [
    `study ${command.name} ${command.positionals}`.trimEnd(),
    "",
    command.summary,
    "",
    ...rows.map(([left, right]) => left.padEnd(width) + right),
  ].join("\n");
}

/**
 * Findings that the user accepts, each with a reason: `--accept balance="the workloads differ by
 * design"`, by the check's or gate's id. Throws a UsageError where a reason is missing.
 */
export function acceptedFindings(args: Arguments): Record<string, string> {
  return Object.fromEntries(
    args.texts("accept").map((text) => {
      const [, id, reason] = /^([\w-]+)=(.*\S.*)$/s.exec(text) ?? [];
      if (!id)
        throw new UsageError(`--accept takes ID="reason", not "${text}": say why it is accepted`);
      return [id, reason.trim()];
    }),
  );
}

export const ACCEPT_OPTION: OptionSpec = {
  type: "string",
  multiple: true,
  value: 'ID="REASON"',
  help: "a finding that is known: it stays visible with the reason, and fails nothing (repeatable)",
};

/** Writes a result to standard output. */
export function out(text: string): void {
  process.stdout.write(visible(text.endsWith("\n") ? text : text + "\n"));
}

/** Writes a result as JSON. */
export function outJson(value: unknown): void {
  out(JSON.stringify(value, null, 2));
}

/** Tells the user something that is no result, on standard error. */
export function say(text: string): void {
  process.stderr.write(visible(`${text}\n`));
}

/**
 * Control characters (all but line feed and tab), and those that turn the direction of writing: a
 * terminal obeys them, and names come from logs. Written as JSON escapes, so that JSON stays what
 * it was.
 */

const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text as a terminal can show it without obeying it. */
export function visible(text: string): string {
  return text.replace(
    OBEYED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
