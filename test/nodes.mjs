// `npm run test:nodes [-- 22 26]`: the tests that lean on Node itself (workers, WebAssembly, native
// modules, the kernel, the command line), on each Node that the study runs on and that is not the
// one of `npm test`. The Nodes come from the npm registry, from the packages that `node` there is
// made of; they are kept in node_modules/.cache.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuilt, ensureInstalled, root } from "../lib/bin/setup.mjs";

/** The oldest that the study runs on, and the lines that are maintained. `engines` says the same. */
const LINES = ["20.19", "22", "24", "26"];
const TESTS = [
  "commands/label",
  "commands/predict",
  "display/static-svg",
  "files/locks",
  "models/model-files",
  "models/tensorflow-backend",
  "requests/awkward-files",
  "runner/kernel",
  "statistics/random",
];

ensureInstalled();
ensureBuilt(["lib", "test"]);
const own = process.versions.node.split(".")[0];
const asked = process.argv.slice(2);
const lines = LINES.filter((line) =>
  asked.length > 0 ? asked.includes(line) : line.split(".")[0] !== own,
);
const folder = path.join(root, "node_modules", ".cache", "nodes");
install(lines.filter((line) => !existsSync(binaryOf(line))));
const tests = TESTS.map((test) => path.join(root, "test", "dist", `${test}.test.js`));
const failed = lines.filter((line) => !passes(line));
console.log(
  failed.length === 0
    ? `Node ${lines.join(", ")}: all passed`
    : `Node ${failed.join(", ")}: tests failed, see above`,
);
process.exit(failed.length === 0 ? 0 : 1);

function binaryOf(line) {
  const binary = process.platform === "win32" ? "node.exe" : path.join("bin", "node");
  return path.join(folder, "node_modules", `node-${line}`, binary);
}

/** All at once, each under a name of its own. */
function install(missing) {
  if (missing.length === 0) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), "{}\n");
  const platform = process.platform === "win32" ? "win" : process.platform;
  const packages = missing.map((line) => `node-${line}@npm:node-${platform}-${os.arch()}@${line}`);
  const { status } = spawnSync(
    "npm",
    ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages],
    { cwd: folder, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" },
  );
  if (status === 0) return;
  console.error(`Node ${missing.join(", ")} could not be installed from the registry`);
  process.exit(1);
}

function passes(line) {
  const node = binaryOf(line);
  // What a test starts by name is this Node, too.
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  const concurrency = `--test-concurrency=${os.availableParallelism()}`;
  const { status, stdout, stderr } = spawnSync(
    node,
    ["--test", concurrency, "--test-reporter=spec", ...tests],
    { cwd: root, env, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const count = (what) => new RegExp(`^ℹ ${what} (\\d+)$`, "m").exec(stdout)?.[1] ?? "?";
  const seconds = Math.round(Number(/^ℹ duration_ms (\d+)/m.exec(stdout)?.[1] ?? NaN) / 1000);
  console.log(
    `Node ${line}: ${count("pass")} passed, ${count("fail")} failed, ` +
      `${count("skipped")} skipped in ${seconds} s`,
  );
  if (status !== 0) console.log(`${stdout}\n${stderr}`);
  return status === 0;
}
