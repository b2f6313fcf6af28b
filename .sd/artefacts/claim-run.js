import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "./study.js";
/**
 * Claims a run's folder for this process, so that two batches do not write into each other's
 * results, and returns what gives it back. The claim is a file beside the folder that holds the
 * process's number; that of a process that is gone counts no more. Throws an Error where another
 * process has the run.
 */
export function claimRun(run) {
    const claim = path.join(PROJECT_ROOT, "processed-data", `${run}.lock`);
    mkdirSync(path.dirname(claim), { recursive: true });
    try {
        writeFileSync(claim, String(process.pid), { flag: "wx" });
    }
    catch (error) {
        if (error.code !== "EEXIST")
            throw error;
        const holder = Number(readFileSync(claim, "utf8"));
        if (isRunning(holder))
            throw new Error(`process ${holder} is writing the run "${run}": wait for it, or choose another name ` +
                "with --run");
        rmSync(claim, { force: true });
        return claimRun(run);
    }
    return () => rmSync(claim, { force: true });
}
function isRunning(pid) {
    if (!(pid > 0))
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === "EPERM";
    }
}
//# sourceMappingURL=claim-run.js.map