// `npm run fuzz [-- CASES [SEED]]`: hostile input, 10,000 cases of every kind from a seed that is
// printed; `npm test` runs a few from a fixed one. What it finds goes to test/fuzz/corpus.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureBuilt, ensureInstalled, root } from "../lib/bin/setup.mjs";

ensureInstalled();
ensureBuilt(["lib", "test"]);
const [cases = "10000", seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
console.log(`${cases} cases of each kind from seed ${seed}`);
const { status } = spawnSync(
  process.execPath,
  [
    "--enable-source-maps",
    "--test",
    "--test-reporter=spec",
    path.join(root, "test", "dist", "fuzz", "fuzz.test.js"),
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, FUZZ_CASES: cases, FUZZ_SEED: seed },
  },
);
process.exit(status ?? 1);
