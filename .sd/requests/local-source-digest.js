import { readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { arrowParts } from "./arrow-parts.js";
import { sha256OfFile, sha256OfSource } from "./digest.js";
import { RequestSourceError } from "./error.js";
import { byName, isLogName } from "./source-files.js";
/**
 * The fingerprint of logs on this machine without reading a row of them: what `sha256OfSource`
 * gives for the digests of `readRequests`. It depends on the files' names below the source and on
 * their bytes, not on where the source lies. Throws RequestSourceError where nothing is there, or
 * no log.
 */
export function localSourceDigest(source) {
    const root = path.resolve(source);
    try {
        const kind = statSync(root, { throwIfNoEntry: false });
        if (!kind)
            throw new RequestSourceError(`there is no ${source}: check the path`);
        const folder = kind.isDirectory() ? root : path.dirname(root);
        const names = kind.isDirectory() ? namesBelow(root) : [path.basename(root)];
        if (names.length === 0)
            throw new RequestSourceError(`no .jsonl or .jsonl.gz file under ${source}: name the folder that holds the logs`);
        return sha256OfSource(names.map((file) => ({ file, sha256: sha256OfFile(path.join(folder, file)) })));
    }
    catch (error) {
        if (error instanceof RequestSourceError)
            throw error;
        throw new RequestSourceError(`${source} cannot be read: ${error.message}`, {
            cause: error,
        });
    }
}
/** What a folder's campaign is read from, in reading order. */
function namesBelow(folder) {
    const parts = arrowParts(folder);
    return parts.length > 0 ? parts : logNames(folder, "", new Set()).sort(inOrder);
}
const inOrder = (a, b) => byName({ name: a }, { name: b });
/** As the reader walks: links are followed, each folder once; a link that leads nowhere is none. */
function logNames(folder, prefix, seen) {
    const real = realpathSync(folder);
    if (seen.has(real))
        return [];
    seen.add(real);
    return readdirSync(folder)
        .sort()
        .flatMap((entry) => {
        const full = path.join(folder, entry);
        if (statSync(full, { throwIfNoEntry: false })?.isDirectory())
            return logNames(full, `${prefix}${entry}/`, seen);
        return isLogName(entry) ? [prefix + entry] : [];
    });
}
//# sourceMappingURL=local-source-digest.js.map