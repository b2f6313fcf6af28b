// Makes a fresh clone ready: installs what the lock file names and builds lib (and the tests) when
// their sources are newer than the last build. Nothing but Node is needed to run it. `npm start`
// and `npm test` begin with it.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
/** tslab's fork takes over node_modules/.bin/tsc, so the compiler is called by its path. */
const compiler = path.join(root, "node_modules", "typescript", "bin", "tsc");
const installedMark = path.join(root, "node_modules", ".installed-from");

/** Installs when node_modules was not made from today's lock file. */
export function ensureInstalled() {
  const lock = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(installedMark) ? readFileSync(installedMark, "utf8") === lock : installedByHand())
    return;
  console.error("Installing the packages of the lock file (about a minute, once) ...");
  // On Windows npm is a .cmd file, which only a shell can start.
  run("npm", ["ci", "--no-audit", "--no-fund"], { shell: process.platform === "win32" });
  writeFileSync(installedMark, lock);
}

/**
 * `npm ci` or `npm install` by the user: npm leaves its own lock, newer than ours, when it has
 * finished.
 */
function installedByHand() {
  const mark = path.join(root, "node_modules", ".package-lock.json");
  return (
    existsSync(mark) &&
    statSync(mark).mtimeMs >= statSync(path.join(root, "package-lock.json")).mtimeMs
  );
}

/**
 * Compiles the given TypeScript projects when one of their sources changed after the last build.
 */
export function ensureBuilt(projects = ["lib"]) {
  const stale = projects.filter((project) => newest(path.join(root, project)) > builtAt(project));
  if (stale.length === 0) return;
  if (!existsSync(compiler)) {
    console.error("The packages are not installed: run `npm ci` in the project's folder first.");
    process.exit(2);
  }
  console.error(`Building ${stale.join(" and ")} ...`);
  run(process.execPath, [compiler, "-b", ...stale.map((project) => path.join(root, project))]);
  for (const project of stale) writeFileSync(buildMark(project), "");
}

function buildMark(project) {
  return path.join(root, project, "dist", ".built");
}

function builtAt(project) {
  return existsSync(buildMark(project)) ? statSync(buildMark(project)).mtimeMs : -Infinity;
}

/** When a source below a folder was last changed; what the compiler wrote does not count. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (
      entry.name === "dist" ||
      entry.name === "node_modules" ||
      entry.name.endsWith(".tsbuildinfo")
    )
      continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) latest = Math.max(latest, newest(full));
    else if (/\.(ts|json)$/.test(entry.name)) latest = Math.max(latest, statSync(full).mtimeMs);
  }
  return latest;
}

function run(command, args, options = {}) {
  // What the tools print is progress, not a result: standard output stays free for `--json`.
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    ...options,
  });
  if (error) throw error;
  if (status !== 0) {
    const typed = [command, ...args].map((word) => path.basename(word)).join(" ");
    console.error(`${typed} failed (status ${status})`);
    process.exit(2);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  ensureBuilt(process.argv.slice(2).length > 0 ? process.argv.slice(2) : ["lib"]);
}
