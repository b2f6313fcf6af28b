// `npm test [-- FILE ...]`: installs and builds if needed, then runs every test below test/ (or
// those whose path begins with one of the names) with Node's own runner. `--quick` leaves out what
// starts processes, trains models or takes seconds.
//
// Short tests share one process for each core, long ones have a process of their own and run side
// by side; what measures time on this machine runs last, one after the other.
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuilt, ensureInstalled, root } from "../lib/bin/setup.mjs";

/** Tests that collect real load: their times are those of a machine that does nothing else. */
const ALONE = [
  "collect/kills",
  "collect/local-collection",
  "collect/many-",
  "collect/outcomes",
  "collect/pairs",
  "commands/collect",
  "local-platforms/",
];
/** Tests that take seconds, start processes, or change the process they run in. */
const LONG = [
  "artefacts/",
  "attainability/attainability",
  "attainability/cross-fitted-ceiling",
  "audit/",
  "campaign/artillery-scripts",
  "collect/",
  "commands/",
  "design/",
  "display/notebook",
  "display/static-svg",
  "exports/xgboost",
  "files/",
  "fuzz/",
  "labels/author-scripts",
  "models/",
  "preflight/",
  "report/",
  "requests/awkward-files",
  "requests/s3",
  "routing/coverage",
  "routing/estimator-coverage",
  "runner/",
  "s3/",
];

const cores = os.availableParallelism();
const built = path.join(root, "test", "dist");

ensureInstalled();
ensureBuilt(["lib", "test"]);
const quick = process.argv.includes("--quick");
const names = process.argv.slice(2).filter((name) => name !== "--quick");
const files = readdirSync(built, { recursive: true })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => file.endsWith(".test.js") && (names.length === 0 || begins(file, names)))
  .filter((file) => !quick || !begins(file, [...ALONE, ...LONG]))
  .sort();
if (files.length === 0) {
  console.error(`no test matches ${names.join(" ")}`);
  process.exit(2);
}
const alone = files.filter((file) => begins(file, ALONE));
const long = files.filter((file) => begins(file, LONG) && !alone.includes(file));
const short = files.filter((file) => !alone.includes(file) && !long.includes(file));
const statuses = [run([...long, ...inOneProcessEach(short)], cores), run(alone, 1)];
process.exit(Math.max(...statuses));

function begins(file, prefixes) {
  return prefixes.some((prefix) => file.startsWith(prefix));
}

/** A module for each core that imports its share of the files, so that lib is loaded once each. */
function inOneProcessEach(shared) {
  return Array.from({ length: Math.min(cores, shared.length) }, (_, share) => {
    const imports = shared.filter((_, at) => at % cores === share);
    const module = `short-tests-${share + 1}.mjs`;
    const lines = imports.map((file) => `await import("./${file}");\n`);
    writeFileSync(path.join(built, module), lines.join(""));
    return module;
  });
}

/** Exit status of Node's runner over these files; 0 where there are none. */
function run(tests, concurrency) {
  if (tests.length === 0) return 0;
  const reporters = ["spec", "./test/slowest.mjs"].flatMap((reporter) => [
    `--test-reporter=${reporter}`,
    "--test-reporter-destination=stdout",
  ]);
  const options = ["--enable-source-maps", "--test", `--test-concurrency=${concurrency}`];
  const { status } = spawnSync(
    process.execPath,
    [...options, ...reporters, ...tests.map((file) => path.join(built, file))],
    { cwd: root, stdio: "inherit" },
  );
  return status ?? 1;
}
