import { createHash } from "node:crypto";
import { appendFileSync, closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync, } from "node:fs";
import path from "node:path";
import { RowSinkError } from "./sink-error.js";
const PART = /^(([a-z0-9][a-z0-9-]{0,62})-\d{6,})\.part\.jsonl$/;
/** Names of collectors: they become file names and parts of keys. */
export function isCollectorName(name) {
    return /^[a-z0-9][a-z0-9-]{0,62}$/.test(name);
}
/** Whether a file of this name holds rows of a spool. */
export function isPart(fileName) {
    return PART.test(fileName);
}
/**
 * A folder in which the rows of one collector wait for their upload, so that a process that dies
 * loses none it was given: each row is appended to the file `<collector>-<sequence>.part.jsonl`
 * before `append` returns. (A machine that loses its power may lose what its disk had not taken.)
 * Several collectors may share the folder; a `.lock` with the process's number tells which of them
 * are at work.
 */
export class Spool {
    folder;
    collector;
    open = null;
    sequence = 0;
    /** Throws RowSinkError where a collector of that name is at work in the folder. */
    constructor(folder, collector) {
        this.folder = folder;
        this.collector = collector;
        try {
            mkdirSync(folder, { recursive: true });
            if (!isAtWork(folder, collector))
                rmSync(lockOf(folder, collector), { force: true });
            writeFileSync(lockOf(folder, collector), String(process.pid), { flag: "wx" });
        }
        catch (error) {
            if (error.code !== "EEXIST")
                throw cannotUse(folder, error);
            throw new RowSinkError(`a collector "${collector}" is at work in ${folder}: give this one another name`);
        }
    }
    /** Bytes of the part that rows are being appended to. */
    get openBytes() {
        return this.open?.bytes ?? 0;
    }
    append(row) {
        const line = Buffer.from(`${row}\n`);
        try {
            this.open ??= this.begin();
            appendFileSync(this.open.descriptor, line);
            this.open.bytes += line.length;
        }
        catch (error) {
            // Half a line would make the next row unreadable too.
            if (this.open)
                ftruncateSync(this.open.descriptor, this.open.bytes);
            throw cannotUse(this.folder, error);
        }
    }
    /** Ends the part that rows were appended to; null when there is none. */
    seal() {
        if (!this.open)
            return null;
        const { descriptor, part } = this.open;
        closeSync(descriptor);
        this.open = null;
        return part;
    }
    close() {
        this.seal();
        rmSync(lockOf(this.folder, this.collector), { force: true });
    }
    begin() {
        for (;;) {
            const name = `${this.collector}-${String(++this.sequence).padStart(6, "0")}`;
            const file = path.join(this.folder, `${name}.part.jsonl`);
            // A part of an earlier process of that name keeps its file.
            if (!existsSync(file))
                return { descriptor: openSync(file, "ax"), part: { name, file }, bytes: 0 };
        }
    }
}
/**
 * The parts in a folder whose collectors are gone: what a process that died left to be uploaded.
 */
export function leftParts(folder) {
    if (!existsSync(folder))
        return [];
    return readdirSync(folder)
        .sort()
        .flatMap((file) => {
        const [, name, collector] = PART.exec(file) ?? [];
        return name === undefined || isAtWork(folder, collector)
            ? []
            : [{ name, file: path.join(folder, file) }];
    });
}
/**
 * The rows of a sealed part. What follows the last line feed was being written when the process
 * died, and is no row yet: it is set aside in `<name>.torn`. Null when another process has dealt
 * with the part meanwhile.
 */
export function readPart({ file }) {
    let lines;
    try {
        lines = readFileSync(file);
    }
    catch (error) {
        if (error.code === "ENOENT")
            return null;
        throw cannotUse(file, error);
    }
    const whole = lines.lastIndexOf(10) + 1;
    if (whole < lines.length) {
        writeFileSync(file.replace(/\.part\.jsonl$/, ".torn"), lines.subarray(whole));
        truncateSync(file, whole);
        lines = lines.subarray(0, whole);
    }
    let rows = 0;
    for (const byte of lines)
        if (byte === 10)
            rows++;
    return { lines, rows, sha256: createHash("sha256").update(lines).digest("hex") };
}
export function dropPart({ file }) {
    rmSync(file, { force: true });
}
function lockOf(folder, collector) {
    return path.join(folder, `${collector}.lock`);
}
function isAtWork(folder, collector) {
    const lock = lockOf(folder, collector);
    const owner = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : NaN;
    if (!Number.isSafeInteger(owner) || owner <= 0)
        return false;
    try {
        process.kill(owner, 0);
        return true;
    }
    catch (error) {
        // A process of another user is at work too.
        return error.code === "EPERM";
    }
}
function cannotUse(place, error) {
    return new RowSinkError(`rows cannot be kept in ${place}: ${error.message.replace(/\s+/g, " ")}`, { cause: error });
}
//# sourceMappingURL=spool.js.map