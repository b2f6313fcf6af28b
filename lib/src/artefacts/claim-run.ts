import path from "node:path";
import { LockHeldError, takeLock } from "../files/index.js";
import { InputError } from "../statistics/index.js";
import { PROJECT_ROOT } from "./project-root.js";

/**
 * Claims a run's folder for this process, so that two batches do not write into each other's
 * results, and returns what gives it back. The claim is a file beside the folder; that of a process
 * that is gone counts no more. Throws an InputError where another process has the run.
 */
export function claimRun(run: string): () => void {
  try {
    return takeLock(path.join(PROJECT_ROOT, "processed-data", `${run}.lock`)).release;
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    throw new InputError(
      `${error.who} writing the run "${run}": wait for it, choose another name with --run, or ` +
        `remove ${path.relative(process.cwd(), error.file)} if that is another program`,
    );
  }
}
