import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import {
  beginRun,
  chooseRun,
  clearAllParts,
  claimRun,
  collectGates,
  PROJECT_ROOT,
  runFolder,
  staleNotebooks,
} from "../artefacts/index.js";
import { SUITE } from "../audit/index.js";
import { GATES, worstVerdict } from "../campaign/index.js";
import { makeFolder } from "../files/index.js";
import { NO_SETTINGS, readSettings } from "../settings/index.js";
import { studyVerdict } from "../verdict/index.js";
import { executeNotebooks, type BatchProgress } from "../runner/index.js";
import {
  ACCEPT_OPTION,
  acceptedFindings,
  BAD_INPUT,
  DONE,
  FAILED,
  out,
  outJson,
  say,
  UsageError,
  type Arguments,
  type Command,
  typedPath,
} from "./command.js";
import { compareRuns, comparisonText } from "./compare-runs.js";
import { keptPromise, PREREGISTERED_OPTION, preregistrationOf } from "./preregistered-run.js";
import { artefactsOfRun, unfinished, writeRunReport } from "./run-report.js";
import { printRun } from "./run-text.js";
import { LOG_OPTIONS, logSettings } from "./read-logs.js";
import { SETTINGS_OPTIONS, settingsSource } from "./settings-options.js";

export const run: Command = {
  name: "run",
  summary:
    "Executes the notebooks in order, writes processed-data/<run>/ and the report, and " +
    "prints the verdict and the gates.",
  positionals: "",
  maxPositionals: 0,
  options: {
    data: {
      type: "string",
      value: "DIR",
      help: "folder of logs, or s3://bucket/prefix (default: a simulated campaign)",
    },
    ...SETTINGS_OPTIONS,
    ...LOG_OPTIONS,
    seed: { type: "string", value: "N", help: "seed of everything random (default 42)" },
    run: {
      type: "string",
      value: "NAME",
      help: "name of the folder under processed-data (default: from the data)",
    },
    only: { type: "string", value: "LIST", help: "notebooks to execute, by number: 01,03" },
    collect: {
      type: "boolean",
      help:
        "notebook 02 also collects a real campaign on this machine (five minutes); its times " +
        "differ from run to run",
    },
    "in-place": {
      type: "boolean",
      help: "write the outputs into notebooks/ instead of the run's folder",
    },
    "cell-limit": {
      type: "string",
      value: "SECONDS",
      help: "longest time for one cell (default 600)",
    },
    times: { type: "boolean", help: "say how long each cell took" },
    compare: {
      type: "string",
      value: "RUN",
      help:
        "execute nothing: set the run that the other options name beside this one (options, " +
        "gates, accuracies, labels, value)",
    },
    strict: { type: "boolean", help: "exit with status 1 when a gate fails that is not accepted" },
    accept: ACCEPT_OPTION,
    preregistered: PREREGISTERED_OPTION,
  },
  async run(args) {
    const cellLimitMs = (args.number("cell-limit") ?? 600) * 1000;
    if (cellLimitMs <= 0)
      throw new UsageError(`--cell-limit takes seconds above 0, not ${args.text("cell-limit")}`);
    const accepted = acceptedFindings(args);
    checkIds(Object.keys(accepted));
    const frozen = preregistrationOf(args);
    const whole = args.text("only") === undefined;
    const stated = settingsSource(args);
    const { config, set } = { ...stated, set: [...(stated.set ?? []), ...logSettings(args)] };
    const given = {
      data: args.text("data") && sourceOf(args.text("data")!),
      seed: args.whole("seed") ?? readSettings({ config, set }).stated.seed ?? 42,
      run: args.text("run"),
      ...{ config, set },
    };
    const asked = chooseRun(given);
    // A whole run is of what was stated here; a part of one goes on as the run began.
    const chosen = whole ? { ...asked, settings: asked.settings ?? NO_SETTINGS } : asked;
    const other = args.text("compare");
    if (other !== undefined) {
      const compared = compareRuns(chosen.run, other);
      if (args.flag("json")) outJson(compared);
      else out(comparisonText(compared));
      return DONE;
    }
    const folder = runFolder(chosen.run);
    if (chosen.data === folder || chosen.data?.startsWith(folder + path.sep))
      throw new UsageError(
        `the logs lie in ${path.relative(process.cwd(), folder)}, where this run would ` +
          "write; move them or give the run another name with --run",
      );
    if (existsSync(folder) && !statSync(folder).isDirectory())
      throw new UsageError(
        `processed-data/${chosen.run} is a file; give the run another name with --run`,
      );
    const files = selectNotebooks(args.text("only"));
    const release = claimRun(chosen.run);
    process.once("exit", release);
    beginRun(chosen);
    clearAllParts(folder);
    // A complete run starts from nothing, so that no file of an earlier one can pass for its own.
    // Nothing the user typed may be refused after this line: what is deleted here is not coming
    // back.
    if (whole) {
      rmSync(folder, { recursive: true, force: true });
      beginRun(chosen);
    }
    const executed = path.join(folder, "notebooks");
    makeFolder(executed);

    const abort = new AbortController();
    const interrupt = (): void => abort.abort();
    process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
    const results = await executeNotebooks(
      files.map((file) => ({
        file: path.join(PROJECT_ROOT, "notebooks", file),
        outPath: args.flag("in-place") ? undefined : path.join(executed, file),
      })),
      {
        env: {
          STUDY_DATA: chosen.data ?? "",
          STUDY_SEED: String(chosen.seed),
          STUDY_RUN: chosen.run,
          STUDY_COLLECT: args.flag("collect") ? "1" : "",
          STUDY_CONFIG: config ?? "",
          STUDY_SET: (set ?? []).join("\n"),
        },
        cellLimitMs,
        signal: abort.signal,
        onProgress: progressPrinter(args.flag("times")),
      },
    ).finally(() => process.off("SIGINT", interrupt).off("SIGTERM", interrupt));

    const stale = { ...staleNotebooks(chosen.run), ...unfinished(results) };
    const gates = collectGates(chosen.run, stale);
    const artefacts = artefactsOfRun({ chosen, accepted, gates, stale, results });
    const verdict = studyVerdict(artefacts);
    const promise = keptPromise(frozen, { chosen, gates, accepted });
    const written = args.flag("in-place") ? path.join(PROJECT_ROOT, "notebooks") : executed;
    const report = abort.signal.aborted
      ? null
      : await writeRunReport({ chosen, notebooks: written, gates, stale, artefacts, verdict });
    printRun({ results, gates, stale, verdict, promise, report, json: args.flag("json") });
    const stopped = results.find(({ status }) => status !== "done");
    if (stopped) {
      const left = results.slice(results.indexOf(stopped)).map(({ notebook }) => notebook);
      if (stopped.error) say(stopped.error.message);
      say(goOnHint(args, left));
      return INPUT_ERRORS.has(stopped.error?.errorName ?? "") ? BAD_INPUT : FAILED;
    }
    const open = gates.filter(({ id }) => !Object.hasOwn(accepted, id));
    return args.flag("strict") && worstVerdict(open.map((gate) => gate.verdict)) === "fail"
      ? FAILED
      : DONE;
  },
};

/**
 * Names of the errors by which a cell says that what the user gave cannot be used: the batch then
 * ends as any command does.
 */
const INPUT_ERRORS: ReadonlySet<string> = new Set([
  "InputError",
  "PlanError",
  "RequestSourceError",
  "TableError",
  "TooFewRowsError",
  "WriteError",
]);

/** How to go on where a run stopped, with the options it was given. */
function goOnHint(args: Arguments, notebooks: readonly string[]): string {
  const options = ["data", "seed", "run", "config", "set"].flatMap((option) => {
    const values = option === "set" ? args.texts(option) : [args.text(option)];
    return values.flatMap((value) => {
      if (value === undefined) return [];
      return [`--${option} ${/^[\w./:=,-]+$/.test(value) ? value : `'${value}'`}`];
    });
  });
  const numbers = notebooks.map((notebook) => path.basename(notebook).slice(0, 2));
  const command = ["npx study run", ...options, `--only ${numbers.join(",")}`].join(" ");
  return `To go on from there: ${command}`;
}

/** The logs a run was given: an address in S3, or where they lie on this machine. */
function sourceOf(data: string): string {
  if (data.startsWith("s3://")) return data;
  const location = typedPath(data);
  if (!existsSync(location))
    throw new UsageError(
      `there is no folder or file "${data}"; --data takes a folder of .jsonl or .jsonl.gz ` +
        "logs, or s3://bucket/prefix",
    );
  return location;
}

/** Throws where an accepted finding is no check and no gate. */
function checkIds(ids: readonly string[]): void {
  const known = new Set([...SUITE, ...GATES].map(({ id }) => id));
  for (const id of ids)
    if (!known.has(id))
      throw new UsageError(
        `--accept: no check or gate is called "${id}"; see \`study audit --help\``,
      );
}

function selectNotebooks(only: string | undefined): string[] {
  const all = readdirSync(path.join(PROJECT_ROOT, "notebooks"))
    .filter((file) => /^\d\d_.*\.ipynb$/.test(file))
    .sort();
  if (only === undefined) return all;
  return only.split(",").map((wanted) => {
    // "1" is 01, as one says it.
    const begin = wanted.trim().replace(/^\d$/, "0$&");
    const file = all.find((name) => name.startsWith(begin));
    if (!file || begin === "")
      throw new UsageError(`no notebook begins with "${wanted}"; there are ${all.join(", ")}`);
    return file;
  });
}

/**
 * One line that is rewritten on a terminal, one line a notebook elsewhere; on standard error, so
 * that `--json` stays clean. With `times`, a line for each cell, too.
 */
function progressPrinter(times: boolean): (progress: BatchProgress) => void {
  const terminal = process.stderr.isTTY;
  let lastNotebook = 0;
  let cellBeganMs = 0;
  return ({ notebook, status, cell, cells, number, notebooks, elapsedMs }) => {
    const name = path.basename(notebook, ".ipynb");
    if (terminal)
      process.stderr.write(
        `\r\x1b[K[${number}/${notebooks}] ${name}  cell ${cell} of ${cells}  ` +
          `${(elapsedMs / 1000).toFixed(1)} s`,
      );
    else if (number !== lastNotebook) process.stderr.write(`[${number}/${notebooks}] ${name}\n`);
    lastNotebook = number;
    if (status === "running") cellBeganMs = elapsedMs;
    else if (times && status === "done")
      process.stderr.write(
        `${terminal ? "\n" : ""}cell ${cell}: ${((elapsedMs - cellBeganMs) / 1000).toFixed(1)} s\n`,
      );
    if (terminal && (status === "failed" || (status === "done" && cell === cells)))
      process.stderr.write("\n");
  };
}
