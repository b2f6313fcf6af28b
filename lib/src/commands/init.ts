import { existsSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { areAmong, LOAD_PATTERNS, OTHER_WINDOW, TIME_WINDOWS } from "../campaign/index.js";
import { writeWhole } from "../files/index.js";
import {
  inspectLogs,
  mappingOf,
  quarantineInWords,
  type InspectedWorkload,
  type LogInspection,
} from "../requests/index.js";
import { DONE, out, outJson, say, UsageError, type Command } from "./command.js";
import { STUDY_EXAMPLE } from "./init-example.js";

export const init: Command = {
  name: "init",
  summary:
    "Looks at logs and writes down what they hold (format, columns, workloads, windows, " +
    "patterns), and what it could not tell, as a study file to start from. Without logs: an " +
    "example, every option commented out.",
  positionals: "[LOGS]",
  maxPositionals: 1,
  options: {
    out: { type: "string", value: "FILE", help: "write it there (default: standard output)" },
  },
  async run(args) {
    const [source] = args.positionals;
    const file = args.text("out");
    if (file !== undefined && existsSync(file))
      throw new UsageError(`${file} exists already; name another file, or remove it first`);
    if (!source) return writeExample(file, args.flag("json"));
    const found = await inspectLogs(source);
    const { log, columns, formats, workloads, windows, patterns } = found;
    for (const line of quarantineInWords(log)) say(line);
    const text = studyYaml(found, path.basename(path.resolve(source)));
    if (file !== undefined) writeWhole(file, text);
    if (args.flag("json"))
      outJson({
        ...{ formats, columns: mappingOf(columns.guesses), missing: columns.missing },
        ...{ unused: columns.unused, rows: log.totals.rows, quarantined: log.totals.quarantined },
        ...{ workloads, windows, patterns },
      });
    else if (file === undefined) out(text);
    else out(`${file}: ${log.totals.rows} requests, ${workloads.length} workloads`);
    return DONE;
  },
};

function writeExample(file: string | undefined, json: boolean): number {
  if (file !== undefined) writeWhole(file, STUDY_EXAMPLE);
  if (json) outJson({ example: file ?? STUDY_EXAMPLE });
  else if (file === undefined) out(STUDY_EXAMPLE);
  else out(`${file}: an example; take the # away before what you state`);
  return DONE;
}

/** The study's file as far as the logs tell it, with a comment where they do not. */
export function studyYaml(found: LogInspection, name: string): string {
  const { log, columns, formats, workloads } = found;
  const { rows, quarantined, files } = log.totals;
  return [
    "# yaml-language-server: $schema=lib/schemas/study.schema.json",
    `# What study init found in ${inComment(name)}: ${rows} requests in ` +
      `${files} ${files === 1 ? "file" : "files"}, ${quarantined} lines that are no requests.`,
    "# Check each line; what could not be told is marked with TODO: take the # before the line",
    "# below it away, and put in what holds. `study init` without logs shows every other option.",
    "",
    "logs:",
    formats.length === 1
      ? `  format: ${formats[0]}`
      : `  # Formats found: ${formats.join(", ")}; each file's is told by its first records.`,
    ...columnLines(columns),
    "",
    "workloads:",
    ...(workloads.length === 0 ? ["  # TODO no request was read: see the columns above"] : []),
    ...workloads.filter(({ name: own }) => own !== "unknown").flatMap(workloadLines),
    ...scenarioLines(found),
    "",
  ].join("\n");
}

function columnLines({ guesses, missing, unused }: LogInspection["columns"]): string[] {
  return [
    guesses.length === 0 ? "  # The fields have the study's own names." : "  columns:",
    ...guesses.map(
      ({ field, column, unit, because }) =>
        `    ${field}: ${scalar(unit === undefined ? column : `${column}[${unit}]`)} # ${because}`,
    ),
    ...missing.map(
      (field) =>
        `    # TODO ${field}: which column? (README, Logs, says what it holds)\n` +
        `    # ${field}: ${field === "platform" ? "=lambda" : "COLUMN"}`,
    ),
    ...(unused.length > 0
      ? [`    # Columns that are not read: ${unused.map(inComment).join(", ")}`]
      : []),
  ];
}

function workloadLines(one: InspectedWorkload): string[] {
  const { name, rows, platforms, payloadKb, lambdaMemoryMb } = one;
  const sizes = payloadKb.map((kb) => (kb === null ? "not logged" : `${kb} KiB`));
  const shown = sizes.length <= 8 ? sizes.join(", ") : `${sizes.slice(0, 8).join(", ")} and others`;
  const on = Object.entries(platforms).map(([platform, count]) => `${platform} ${count}`);
  return [
    `  ${scalar(name)}: # ${rows} requests (${on.join(", ")}); sizes: ${shown}`,
    ...(lambdaMemoryMb.length === 1
      ? [`    lambdaMemoryMb: ${lambdaMemoryMb[0]} # in the logs`]
      : [
          lambdaMemoryMb.length > 1
            ? `    # Lambda memory in the logs: ${lambdaMemoryMb.join(", ")} MB`
            : "    # TODO Lambda memory, MB: in the function's configuration, or the REPORT lines",
          "    # lambdaMemoryMb: 512",
        ]),
    "    # TODO ECS task: in the service's task definition (cpu, memory)",
    "    # ecsTask: { vcpu: 0.25, memoryGb: 0.5 }",
  ];
}

/** Windows and patterns where the logs name any, unless they are the thesis's. */
function scenarioLines({ windows, patterns }: LogInspection): string[] {
  const own = windows.filter(({ name }) => name !== OTHER_WINDOW);
  return [
    ...(areAmong(
      own.map(({ name }) => name),
      TIME_WINDOWS,
    )
      ? []
      : [
          "",
          "# TODO which hours are they, at the place? { name: morning, from: 6, to: 12 }",
          "windows:",
          ...own.map(
            ({ name, rows, hoursUtc }) =>
              `  - { name: ${quoted(name)} } # ${rows} requests, sent at ${hoursInWords(hoursUtc)}`,
          ),
        ]),
    ...(areAmong(patterns, LOAD_PATTERNS)
      ? []
      : ["", `patterns: [${patterns.map(quoted).join(", ")}]`]),
  ];
}

/** Hours as stretches: "06-11, 20 h UTC". */
function hoursInWords(hours: readonly number[]): string {
  const stretches: [from: number, to: number][] = [];
  for (const hour of hours) {
    const last = stretches.at(-1);
    if (last?.[1] === hour - 1) last[1] = hour;
    else stretches.push([hour, hour]);
  }
  const two = (hour: number): string => String(hour).padStart(2, "0");
  const named = stretches.map(([from, to]) =>
    from === to ? two(from) : `${two(from)}-${two(to)}`,
  );
  return `${named.join(", ")} h UTC`;
}

/** Names come from logs: as a YAML scalar, and as a word of a comment that cannot end it. */
function scalar(text: string): string {
  // JSON's strings are YAML's, and stay on their line.
  return /^[\w ./-]+$/.test(text)
    ? stringify(text, { lineWidth: 0 }).trimEnd()
    : JSON.stringify(text);
}

/** The same inside brackets, where commas and braces mean something. */
function quoted(text: string): string {
  return /^[A-Za-z][\w-]*$/.test(text) ? scalar(text) : JSON.stringify(text);
}

function inComment(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
