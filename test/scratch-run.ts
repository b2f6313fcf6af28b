import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const LAST_RUN = path.join("processed-data", "last-run.json");

/**
 * A run's name for one test; its folder is gone afterwards, and `last-run.json`, which every run
 * overwrites, names the run it named before. Test files run side by side: what another test left
 * there is not put back.
 */
export function scratchRun(t: { after(done: () => void): void }, name: string): string {
  const run = `test-${name}-${process.pid}`;
  const before = lastRun();
  t.after(() => {
    rmSync(path.join("processed-data", run), { recursive: true, force: true });
    if (lastRun() !== null) return;
    if (before === null) rmSync(LAST_RUN, { force: true });
    else writeFileSync(LAST_RUN, before);
  });
  return run;
}

/** What `last-run.json` holds, unless it is missing or a test's. */
function lastRun(): string | null {
  const text = existsSync(LAST_RUN) ? readFileSync(LAST_RUN, "utf8") : null;
  return text === null || /"run": "test-/.test(text) ? null : text;
}
