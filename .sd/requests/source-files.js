import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { RequestSourceError } from "./error.js";
const CHUNK_BYTES = 1 << 18;
export function isLogName(name) {
    return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
}
export function byName(a, b) {
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
/** The log files of a folder, at any depth, or the one named. Throws RequestSourceError. */
export async function findLocalFiles(source) {
    const root = path.resolve(source);
    const title = path.basename(root);
    const kind = await stat(root).catch((error) => {
        throw cannotRead(source, error);
    });
    if (kind.isFile()) {
        if (!isLogName(title))
            throw new RequestSourceError(`${source} is not a log file: its name must end in .jsonl or .jsonl.gz`);
        return { title: title.replace(/\.jsonl(\.gz)?$/, ""), files: [localFile(root, title, source)] };
    }
    if (!kind.isDirectory())
        throw new RequestSourceError(`${source} is neither a folder nor a file: name a folder of logs or one log file`);
    const files = [];
    await walk(root, "", source, new Set(), files);
    if (files.length === 0)
        throw new RequestSourceError(`no .jsonl or .jsonl.gz file under ${source}: name the folder that holds the logs`);
    return { title, files: files.sort(byName) };
}
/** Links are followed, each folder once, so that a link to a parent ends. */
async function walk(folder, prefix, source, seen, files) {
    const shown = path.join(source, prefix);
    try {
        const real = await realpath(folder);
        if (seen.has(real))
            return;
        seen.add(real);
        for (const entry of (await readdir(folder)).sort()) {
            const full = path.join(folder, entry);
            const name = prefix + entry;
            // A link that leads nowhere matters only where it claims to be a log; opening it will then
            // say so.
            const kind = await stat(full).catch((error) => {
                if (error.code === "ENOENT" || error.code === "ELOOP")
                    return null;
                throw error;
            });
            if (kind?.isDirectory())
                await walk(full, `${name}/`, source, seen, files);
            else if (isLogName(entry))
                files.push(localFile(full, name, path.join(source, name)));
        }
    }
    catch (error) {
        throw error instanceof RequestSourceError
            ? error
            : cannotRead(shown, error);
    }
}
export function localFile(full, name, shown) {
    return {
        name,
        async *open() {
            try {
                yield* createReadStream(full, { highWaterMark: CHUNK_BYTES });
            }
            catch (error) {
                throw cannotRead(shown, error);
            }
        },
    };
}
function cannotRead(shown, error) {
    switch (error.code) {
        case "ENOENT":
            return new RequestSourceError(`there is no ${shown}: check the path`, { cause: error });
        case "ENOTDIR":
            return new RequestSourceError(`${shown} leads through a file as if it were a folder: check the path`, { cause: error });
        case "EACCES":
        case "EPERM":
            return new RequestSourceError(`${shown} may not be read by this user: change its permissions`, { cause: error });
        default:
            return new RequestSourceError(`${shown} cannot be read: ${error.message}`, { cause: error });
    }
}
//# sourceMappingURL=source-files.js.map