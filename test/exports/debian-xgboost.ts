import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";

/** Debian's packages belong to Debian's Python, whatever comes first in the path. */
const DEBIAN_PYTHON = "/usr/bin/python3";
const PYTHON = existsSync(DEBIAN_PYTHON) ? DEBIAN_PYTHON : "python3";

/** What a Python program prints; throws with what it complains about where it fails. */
export function runPython(program: string, args: readonly string[] = []): string {
  const { status, stdout, stderr, error } = spawnSync(PYTHON, ["-c", program, ...args], {
    encoding: "utf8",
    cwd: tmpdir(),
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(error?.message ?? stderr);
  return stdout;
}

const installed = spawnSync(PYTHON, ["-c", "import numpy, xgboost"]).status === 0;

/** Options for a test that runs XGBoost. */
export const needsXgboost: { skip: string | false } = {
  skip: installed ? false : "XGBoost is not here (Debian: apt-get install python3-xgboost)",
};
