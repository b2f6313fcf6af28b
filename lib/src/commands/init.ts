import { existsSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { writeWhole } from "../files/index.js";
import {
  inspectLogs,
  mappingOf,
  quarantineInWords,
  type InspectedWorkload,
  type LogInspection,
} from "../requests/index.js";
import { DONE, out, outJson, say, UsageError, type Command } from "./command.js";

export const init: Command = {
  name: "init",
  summary:
    "Looks at logs and writes down what they hold (format, columns, workloads), and what it " +
    "could not tell, as a file to start from.",
  positionals: "LOGS",
  maxPositionals: 1,
  options: {
    out: { type: "string", value: "FILE", help: "write it there (default: standard output)" },
  },
  async run(args) {
    const [source] = args.positionals;
    if (!source)
      throw new UsageError("name a folder or file of logs, e.g. `study init ../my-logs`");
    const file = args.text("out");
    if (file !== undefined && existsSync(file))
      throw new UsageError(`${file} exists already; name another file, or remove it first`);
    const found = await inspectLogs(source);
    const { log, columns, formats, workloads } = found;
    for (const line of [...log.notes, ...quarantineInWords(log)]) say(line);
    const text = studyYaml(found, path.basename(path.resolve(source)));
    if (file !== undefined) writeWhole(file, text);
    if (args.flag("json"))
      outJson({
        ...{ formats, columns: mappingOf(columns.guesses), missing: columns.missing },
        ...{ unused: columns.unused, rows: log.totals.rows, quarantined: log.totals.quarantined },
        workloads,
      });
    else if (file === undefined) out(text);
    else out(`${file}: ${log.totals.rows} requests, ${workloads.length} workloads`);
    return DONE;
  },
};

/** The study's file as far as the logs tell it, with a comment where they do not. */
export function studyYaml(
  { log, columns, formats, workloads }: LogInspection,
  name: string,
): string {
  const { rows, quarantined, files } = log.totals;
  const head = [
    `# What study init found in ${inComment(name)}: ${rows} requests in ${files} files, ` +
      `${quarantined} lines that are no requests.`,
    "# Check each line; what could not be told is marked with TODO.",
    "",
    "logs:",
    formats.length === 1
      ? `  format: ${formats[0]}`
      : `  # Formats found: ${formats.join(", ")}; each file's is told by its first records.`,
  ];
  return [
    ...head,
    ...columnLines(columns),
    "",
    "workloads:",
    ...(workloads.length === 0 ? ["  [] # TODO no request was read: see the columns above"] : []),
    ...workloads.flatMap(workloadLines),
    "",
  ].join("\n");
}

function columnLines({ guesses, missing, unused }: LogInspection["columns"]): string[] {
  return [
    guesses.length === 0 ? "  columns: {}" : "  columns:",
    ...guesses.map(
      ({ field, column, unit, because }) =>
        `    ${field}: ${
          unit === undefined ? scalar(column) : `{ column: ${scalar(column)}, unit: ${unit} }`
        } # ${because}`,
    ),
    ...missing.map(
      (field) => `    # TODO ${field}: which column? (README, Logs, says what it holds)`,
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
    `  - name: ${scalar(name)}`,
    `    # ${rows} requests (${on.join(", ")}); sizes: ${shown}`,
    lambdaMemoryMb.length > 0
      ? `    # Lambda memory in the logs: ${lambdaMemoryMb.join(", ")} MB`
      : "    # TODO Lambda memory, MB: in the function's configuration, or the REPORT lines",
    "    # TODO ECS task, vCPU and GB: in the service's task definition (cpu, memory)",
  ];
}

/** Names come from logs: as a YAML scalar, and as a word of a comment that cannot end it. */
function scalar(text: string): string {
  // JSON's strings are YAML's, and stay on their line.
  return /^[\w ./-]+$/.test(text)
    ? stringify(text, { lineWidth: 0 }).trimEnd()
    : JSON.stringify(text);
}

function inComment(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
