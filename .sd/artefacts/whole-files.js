import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
/**
 * Writes a file in one step: whoever reads it meanwhile, or after this process was killed, sees the
 * old one or the new one, never a part.
 */
export function writeWhole(file, content) {
    mkdirSync(path.dirname(file), { recursive: true });
    const partial = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
    writeFileSync(partial, content);
    renameSync(partial, file);
}
/**
 * The same for a file or a folder that `make` writes at the path it is given: `partial`, on the
 * same disk as `target`. What stood at `target` goes away once the new one is complete; where
 * `make` fails, it stays and the part is removed.
 */
export async function makeWhole(target, partial, make) {
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(path.dirname(partial), { recursive: true });
    try {
        const made = await make(partial);
        mkdirSync(path.dirname(target), { recursive: true });
        rmSync(target, { recursive: true, force: true });
        renameSync(partial, target);
        return made;
    }
    finally {
        rmSync(partial, { recursive: true, force: true });
    }
}
/** Folder of a run for what is being written, one folder a process in it. */
const UNFINISHED = ".unfinished";
/** Name, within a run's folder, to give to `makeWhole` as `partial`. */
export function partialName(name) {
    return `${UNFINISHED}/${process.pid}/${name}`;
}
/** Takes away what this process has left of its parts; those of others stay. */
export function clearOwnParts(folder) {
    const parts = path.join(folder, UNFINISHED);
    if (!existsSync(parts))
        return;
    rmSync(path.join(parts, String(process.pid)), { recursive: true, force: true });
    if (readdirSync(parts).length === 0)
        rmSync(parts, { recursive: true });
}
/** Takes away what processes that were killed have left; nobody else may write into the run. */
export function clearAllParts(folder) {
    rmSync(path.join(folder, UNFINISHED), { recursive: true, force: true });
}
//# sourceMappingURL=whole-files.js.map