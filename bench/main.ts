import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { takeTrainingRows } from "lib/models";
import { readRequests } from "lib/requests";
import { median } from "lib/statistics";
import { generatedTable } from "./generated-table.js";
import { HOW_TO_INSTALL, PythonSide, type Measurement } from "./python-side.js";
import { routerLatencies } from "./latencies.js";
import { labelTasks, modelTasks, timed, type Task } from "./tasks.js";
import { readLogs, varianceRunStudy, varianceRunTable } from "./variance-run.js";

const USAGE =
  "npm run bench -- [--repeats 5] [--rows 170000] [--logs <folder of the variance run>] " +
  "[--only <tasks, with commas>]";
const DEFAULT_LOGS = path.join("..", "shared", "data", "variance-run");

const { values } = parseArgs({
  options: {
    repeats: { type: "string", default: "5" },
    rows: { type: "string", default: "170000" },
    logs: { type: "string" },
    only: { type: "string" },
  },
});
const repeats = Number(values.repeats);
const rows = Number(values.rows);
const logs = values.logs ?? (existsSync(DEFAULT_LOGS) ? DEFAULT_LOGS : null);
if (!(Number.isInteger(repeats) && repeats > 0 && Number.isInteger(rows) && rows >= 5000))
  throw new RangeError(`repeats is 1 or more and rows 5000 or more; usage: ${USAGE}`);

const lines: string[] = [];
const say = (line = ""): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const everyRow = (from: number, to: number): Uint32Array =>
  Uint32Array.from({ length: to - from }, (_, i) => from + i);
const data = generatedTable(rows);
const cut = Math.round(0.75 * rows);
const train = takeTrainingRows(data, everyRow(0, cut));
const test = takeTrainingRows(data, everyRow(cut, rows));
const tasks: Task[] = modelTasks(train, test);
if (logs) {
  const table = await varianceRunTable(logs);
  tasks.push(
    {
      name: "variance-run",
      title:
        "variance run: four models, 5 repeats of importance of each, Shapley values with " +
        "interactions of every test row",
      against: null,
      target: "10 s",
      measure: () =>
        timed(
          () => varianceRunStudy(table, parts),
          () => NaN,
        ),
    },
    {
      name: "read-logs",
      title: "the variance run's logs into columns (there: and quantiles)",
      against: "pandas",
      target: "",
      measure: () => readLogs(logs),
    },
    ...labelTasks((await readRequests(logs)).requests),
  );
}
const wanted = values.only?.split(",") ?? [...tasks.map(({ name }) => name), "memory", "router"];
const unknown = wanted.filter(
  (name) => name !== "memory" && name !== "router" && !tasks.some((task) => task.name === name),
);
if (unknown.length > 0)
  throw new RangeError(
    `there is no task ${unknown.join(", ")}; there are ` +
      `${tasks.map(({ name }) => name).join(", ")}, memory and router`,
  );

const parts = new Map<string, number[]>();
const python = await PythonSide.start(train, test, logs);
say(
  `# Bench: medians of ${repeats} with the lowest and the highest, this side and the other in turn`,
);
say();
say(
  typeof python === "string"
    ? `No comparison: ${python}. For one: ${HOW_TO_INSTALL}`
    : `Against ${python.versions}; Node ${process.versions.node}, ${availableParallelism()} ` +
        `cores (${cpus()[0]?.model}), two threads each unless said.`,
);
say(
  `Generated table: ${cut} rows to fit, ${rows - cut} to test, 15 features. Load of the ` +
    `machine before the first measurement: ${loadavg()[0].toFixed(1)}.`,
);
say(
  "Times faster: the median over pairs measured one right after the other, so that what else " +
    "the machine does falls on both. Threads that wait by spinning",
);
say(
  "(XGBoost's) lose more than others on a busy machine: with a load well above 0, trust the " +
    "line on one thread, and processor time.",
);
say();
say(
  "| work | this, s | other, s | times faster | target | processor time: this, other, s | " +
    "times less | score: this, other |",
);
say("|---|---|---|---|---|---|---|---|");
for (const task of tasks) if (wanted.includes(task.name)) await compare(task);
if (wanted.includes("memory"))
  for (const kind of ["forest", "boosting"])
    say(
      `| memory of a fit (${kind}) above a table of 1 million rows x 15 | ` +
        `${(await memoryOf(kind, 1e6)).toFixed(0)} MB | - | - | 400 MB | - | - | - |`,
    );
if (wanted.includes("router") && logs) {
  say();
  say("| one answer, variance run | p50, ms | p99, ms | target, ms |");
  say("|---|---|---|---|");
  for (const { title, p50Ms, p99Ms, target } of await routerLatencies(
    (await readRequests(logs)).requests,
  ))
    say(`| ${title} | ${p50Ms.toFixed(3)} | ${p99Ms.toFixed(3)} | ${target} |`);
}
if (parts.size > 0) {
  say();
  say("Parts of the variance run, s (medians):");
  for (const [title, seconds] of parts) say(`- ${title}: ${median(seconds).toFixed(2)}`);
}
say();
say(`Load after the last measurement: ${loadavg()[0].toFixed(1)}.`);
if (typeof python !== "string") await python.end();
await mkdir("processed-data", { recursive: true });
await writeFile(path.join("processed-data", "bench.md"), `${lines.join("\n")}\n`);

/** Both sides in turn, so that what else the machine does falls on both. */
async function compare({ name, title, against, target, prepare, measure }: Task): Promise<void> {
  const ours: Measurement[] = [];
  const theirs: Measurement[] = [];
  await prepare?.();
  for (let repeat = 0; repeat < repeats; repeat++) {
    ours.push(await measure());
    if (against && typeof python !== "string") theirs.push(await python.measure(name));
  }
  const score = (value: number | undefined): string =>
    value == null || Number.isNaN(value) ? "-" : String(Number(value.toFixed(4)));
  const wall = (all: Measurement[]): number[] => all.map(({ seconds }) => seconds);
  const ratios = (of: (measurement: Measurement) => number): number[] =>
    theirs.map((other, repeat) => of(other) / of(ours[repeat]));
  const processor = [ours, theirs]
    .map((all) =>
      all.length ? median(all.map(({ processorSeconds }) => processorSeconds)).toFixed(2) : "-",
    )
    .join(", ");
  const cells = [
    `${title}${against ? ` (against ${against})` : ""}`,
    spread(wall(ours), 2),
    spread(wall(theirs), 2),
    spread(
      ratios(({ seconds }) => seconds),
      1,
    ),
    target || "-",
    processor,
    spread(
      ratios(({ processorSeconds }) => processorSeconds),
      1,
    ),
    `${score(ours[0].score)}, ${score(theirs[0]?.score)}`,
  ];
  say(`| ${cells.join(" | ")} |`);
}

function spread(values: number[], digits: number): string {
  if (values.length === 0) return "-";
  return (
    `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ` +
    `${Math.max(...values).toFixed(digits)})`
  );
}

async function memoryOf(kind: string, rowCount: number): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    fileURLToPath(new URL("./memory.js", import.meta.url)),
    kind,
    String(rowCount),
  ]);
  return (JSON.parse(stdout) as { megabytes: number }).megabytes;
}
