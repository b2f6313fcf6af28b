// `npm test [-- FOLDER ...]`: installs and builds if needed, then runs every test below test/ (or
// the named folders) with Node's own runner.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { ensureBuilt, ensureInstalled, root } from "../lib/bin/setup.mjs";

ensureInstalled();
ensureBuilt(["lib", "test"]);
const folders = process.argv.slice(2);
const built = path.join(root, "test", "dist");
const files = readdirSync(built, { recursive: true })
  .filter(
    (file) =>
      file.endsWith(".test.js") &&
      (folders.length === 0 || folders.some((folder) => file.startsWith(folder))),
  )
  .sort()
  .map((file) => path.join(built, file));
if (files.length === 0) {
  console.error(`no test matches ${folders.join(" ")}`);
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  ["--enable-source-maps", "--test", "--test-reporter=spec", ...files],
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);
