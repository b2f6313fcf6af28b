import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { takeTrainingRows } from "lib/models";
import { readRequests } from "lib/requests";
import { median } from "lib/statistics";
import { generatedTable } from "./generated-table.js";
import { HOW_TO_INSTALL, PythonSide, type Measurement } from "./python-side.js";
import { routerLatencies } from "./latencies.js";
import { labelTasks, modelTasks, type Task } from "./tasks.js";
import { readLogs, varianceRunStudy, varianceRunTable } from "./variance-run.js";

const USAGE = `npm run bench -- [--repeats 5] [--rows 170000] [--logs <folder of the variance run>] [--skip-memory]`;
const DEFAULT_LOGS = path.join("..", "shared", "data", "variance-run");

const { values } = parseArgs({ options: { repeats: { type: "string", default: "5" }, rows: { type: "string", default: "170000" }, logs: { type: "string" }, "skip-memory": { type: "boolean", default: false } } });
const repeats = Number(values.repeats), rows = Number(values.rows), logs = values.logs ?? (existsSync(DEFAULT_LOGS) ? DEFAULT_LOGS : null);
if (!(Number.isInteger(repeats) && repeats > 0 && Number.isInteger(rows) && rows >= 5000)) throw new RangeError(`repeats is 1 or more and rows 5000 or more; usage: ${USAGE}`);

const lines: string[] = [];
const say = (line = ""): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const everyRow = (from: number, to: number): Uint32Array => Uint32Array.from({ length: to - from }, (_, i) => from + i);
const data = generatedTable(rows), cut = Math.round(0.75 * rows);
const train = takeTrainingRows(data, everyRow(0, cut)), test = takeTrainingRows(data, everyRow(cut, rows));

const python = await PythonSide.start(train, test, logs);
say(`# Bench: medians of ${repeats}, two threads each, this side and the other in turn`);
say();
say(typeof python === "string" ? `No comparison: ${python}. For one: ${HOW_TO_INSTALL}` : `Against ${python.versions}, on Node ${process.versions.node}.`);
say(`Generated table: ${cut} rows to fit, ${rows - cut} to test, 15 features.`);
say();
say("| work | this, s | other, s | times faster | target | score: this, other |");
say("|---|---|---|---|---|---|");
const tasks = modelTasks(train, test);
if (logs) tasks.push({ name: "read-logs", title: "the variance run's logs into columns (there: and quantiles)", against: "pandas", target: "", measure: () => readLogs(logs) });
if (logs) tasks.push(...labelTasks((await readRequests(logs)).requests));
for (const task of tasks) await compare(task);

if (logs) {
  const { models, importanceSeconds, shapleySeconds, totalSeconds } = await varianceRunStudy(await varianceRunTable(logs));
  say();
  say("Variance run, the author's split:");
  for (const { title, seconds, testAccuracy } of models) say(`- ${title}: ${seconds.toFixed(2)} s, accuracy ${(100 * testAccuracy).toFixed(1)} % on the test rows`);
  say(`- importance of all four, 5 repeats: ${importanceSeconds.toFixed(2)} s; Shapley values and interactions of every test row: ${shapleySeconds.toFixed(2)} s`);
  say(`- together: ${totalSeconds.toFixed(2)} s (target: under 10 s)`);
  say();
  say("| one answer, variance run | p50, ms | p99, ms | target, ms |");
  say("|---|---|---|---|");
  for (const { title, p50Ms, p99Ms, target } of await routerLatencies((await readRequests(logs)).requests)) say(`| ${title} | ${p50Ms.toFixed(3)} | ${p99Ms.toFixed(3)} | ${target} |`);
}
if (!values["skip-memory"]) {
  say();
  for (const kind of ["forest", "boosting"]) say(`Memory of a fit (${kind}) above a table of 1 million rows x 15: ${(await memoryOf(kind, 1e6)).toFixed(0)} MB (target: under 400)`);
}
if (typeof python !== "string") await python.end();
await mkdir("processed-data", { recursive: true });
await writeFile(path.join("processed-data", "bench.md"), `${lines.join("\n")}\n`);

/** Both sides in turn, so that what else the machine does falls on both. */
async function compare({ name, title, against, target, measure }: Task): Promise<void> {
  const ours: Measurement[] = [], theirs: Measurement[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    ours.push(await measure());
    if (against && typeof python !== "string") theirs.push(await python.measure(name));
  }
  const middle = (all: Measurement[]): number => median(all.map(({ seconds }) => seconds)), shown = (value: number | undefined): string => (value == null || Number.isNaN(value) ? "-" : String(Number(value.toFixed(4))));
  const other = theirs.length ? [middle(theirs).toFixed(2), (middle(theirs) / middle(ours)).toFixed(1)] : ["-", "-"];
  say(`| ${title}${against ? ` (against ${against})` : ""} | ${middle(ours).toFixed(2)} | ${other.join(" | ")} | ${target} | ${shown(ours[0].score)}, ${shown(theirs[0]?.score)} |`);
}

async function memoryOf(kind: string, rowCount: number): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL("./memory.js", import.meta.url)), kind, String(rowCount)]);
  return (JSON.parse(stdout) as { megabytes: number }).megabytes;
}
