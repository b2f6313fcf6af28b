import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PROJECT_ROOT } from "./project-root.js";
export function thisMachine() {
    const cpus = os.cpus();
    return {
        node: process.version,
        os: `${os.type()} ${os.release()} ${os.arch()}`,
        cpu: cpus[0]?.model.trim() ?? "unknown",
        cpus: cpus.length,
        memoryGib: Math.round((os.totalmem() / 2 ** 30) * 10) / 10,
    };
}
export function codeVersion() {
    const git = (...args) => {
        const { status, stdout } = spawnSync("git", args, { cwd: PROJECT_ROOT, encoding: "utf8" });
        return status === 0 ? stdout.trim() : null;
    };
    // A copy without .git may lie inside another checkout, whose commit says nothing of this code.
    const commit = existsSync(path.join(PROJECT_ROOT, ".git")) ? git("rev-parse", "HEAD") : null;
    if (commit === null)
        return { commit, changed: false };
    return { commit, changed: git("status", "--porcelain", "lib", "package-lock.json") !== "" };
}
/** Versions, as installed, of the packages that package.json names. */
export function packageVersions() {
    const manifestOf = (folder) => {
        const file = path.join(folder, "package.json");
        return existsSync(file)
            ? JSON.parse(readFileSync(file, "utf8"))
            : null;
    };
    const wanted = Object.keys(manifestOf(PROJECT_ROOT)?.dependencies ?? {});
    return Object.fromEntries(wanted.flatMap((name) => {
        const found = manifestOf(path.join(PROJECT_ROOT, "node_modules", name));
        return found ? [[name, String(found.version)]] : [];
    }));
}
//# sourceMappingURL=machine.js.map