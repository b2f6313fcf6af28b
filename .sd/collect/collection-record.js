import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync, } from "node:fs";
import path from "node:path";
import { checkPlan } from "../campaign/index.js";
import { CollectError } from "./collect-error.js";
const RECORD = "collection.json";
/**
 * The record of a folder; null where there is none. Throws CollectError where it cannot be read.
 */
export function readRecord(folder) {
    const file = path.join(folder, RECORD);
    if (!existsSync(file))
        return null;
    try {
        const record = JSON.parse(readFileSync(file, "utf8"));
        return { ...record, plan: checkPlan(record.plan, file) };
    }
    catch (error) {
        throw new CollectError(`${file} cannot be read: ${error.message}; it is the collection's own ` +
            "record and must stay as it was written");
    }
}
/** Written whole or not at all, whenever the process dies. */
export function writeRecord(folder, record) {
    const file = path.join(folder, RECORD);
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.part`, `${JSON.stringify(record, null, 2)}\n`);
    renameSync(`${file}.part`, file);
}
/**
 * Throws CollectError where a folder holds something already: two campaigns in one folder would be
 * neither.
 */
export function mustBeEmpty(folder) {
    const holds = existsSync(folder) ? readdirSync(folder) : [];
    if (holds.length === 0)
        return;
    if (holds.includes(RECORD))
        throw new CollectError(`${folder} holds a collection already: go on with it by --resume --out ${folder}, or ` +
            "name another folder");
    throw new CollectError(`${folder} is not empty; name a folder of its own for the collection`);
}
/**
 * Folder for what a collection needs while it is under way; it holds no logs and goes with the last
 * request.
 */
export function workFolderOf(folder) {
    return path.join(folder, ".collecting");
}
/** Claims a folder for this process, and tells who has it otherwise. Returns what gives it back. */
export function claim(folder) {
    const lock = path.join(workFolderOf(folder), "lock.json");
    mkdirSync(workFolderOf(folder), { recursive: true });
    const alive = lastOwners(lock).filter(isAlive);
    if (alive.length > 0) {
        const who = alive.length > 1 ? `processes ${alive.join(" and ")} are` : `process ${alive[0]} is`;
        throw new CollectError(`${who} collecting into ${folder}; wait for it, or remove ${lock} if that is another program`);
    }
    const note = (...pids) => writeFileSync(lock, JSON.stringify(pids));
    note(process.pid);
    return {
        note: (artilleryPid) => note(process.pid, artilleryPid),
        release: () => rmSync(lock, { force: true }),
    };
}
function lastOwners(lock) {
    try {
        const pids = JSON.parse(readFileSync(lock, "utf8"));
        return Array.isArray(pids)
            ? pids.filter((pid) => Number.isInteger(pid) && pid > 0)
            : [];
    }
    catch {
        // None, or one whose writing was cut short: its owner is gone.
        return [];
    }
}
function isAlive(pid) {
    if (pid === process.pid)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === "EPERM";
    }
}
//# sourceMappingURL=collection-record.js.map