import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
const CHUNK_BYTES = 1 << 20;
/** SHA-256 of a file, hexadecimal, read in pieces: a file may be larger than memory. */
export function sha256OfFile(file) {
    const hash = createHash("sha256");
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const handle = openSync(file, "r");
    try {
        for (let read; (read = readSync(handle, chunk, 0, CHUNK_BYTES, null)) > 0;)
            hash.update(chunk.subarray(0, read));
    }
    finally {
        closeSync(handle);
    }
    return hash.digest("hex");
}
/**
 * One fingerprint for a whole source: the SHA-256 of what `sha256sum` would print for its files, in
 * their order.
 */
export function sha256OfSource(digests) {
    const hash = createHash("sha256");
    for (const { sha256, file } of digests)
        hash.update(`${sha256}  ${file}\n`);
    return hash.digest("hex");
}
//# sourceMappingURL=digest.js.map