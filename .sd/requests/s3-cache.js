import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { addAbortSignal } from "node:stream";
import { answerInTime, CutBodyError, withRetries } from "../s3/index.js";
import { sourceError } from "./error.js";
export function defaultCacheFolder() {
    return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "lambda-or-ecs-study", "s3");
}
/**
 * Objects as files: `objects/<SHA-256 of the content>`, found through `index/<SHA-256 of store,
 * bucket, key, ETag, size>`. All names are hashes, so that no key can name a path. A file appears
 * under its name only when it is whole.
 */
export class S3Cache {
    folder;
    access;
    constructor(folder, access) {
        this.folder = folder;
        this.access = access;
    }
    /**
     * Path of a whole local copy of the object, downloaded unless it is there. Throws
     * RequestSourceError.
     */
    async fetch(object) {
        try {
            for (const part of ["objects", "index", "partial"])
                await mkdir(path.join(this.folder, part), { recursive: true, mode: 0o700 });
            const entry = path.join(this.folder, "index", this.entryOf(object));
            const known = await this.lookUp(entry, object.bytes);
            if (known)
                return known;
            const content = await withRetries(this.access.retries, () => this.download(object));
            // The content stands before the entry that points to it.
            await this.put(async (partial) => {
                await writeFile(partial, path.basename(content));
                return entry;
            });
            return content;
        }
        catch (error) {
            throw sourceError(error, `s3://${object.bucket}/${object.key}`);
        }
    }
    contentOf(sha256) {
        return path.join(this.folder, "objects", sha256);
    }
    entryOf({ bucket, key, etag, bytes }) {
        return createHash("sha256")
            .update(JSON.stringify([this.access.store, bucket, key, etag, bytes]))
            .digest("hex");
    }
    async lookUp(entry, bytes) {
        const sha256 = await readFile(entry, "utf8").catch(() => "");
        if (!/^[0-9a-f]{64}$/.test(sha256))
            return null;
        const content = this.contentOf(sha256);
        const found = await stat(content).catch(() => null);
        return found?.isFile() && found.size === bytes ? content : null;
    }
    /**
     * One try. The rows of an object are read from its file, so a body that breaks leaves none of
     * them behind.
     */
    async download({ bucket, key, etag, bytes }) {
        const { client, cancel, silenceMs } = this.access;
        const { GetObjectCommand } = await import("@aws-sdk/client-s3");
        const command = new GetObjectCommand({ Bucket: bucket, Key: key, IfMatch: etag || undefined });
        const answer = await answerInTime(this.access, (abortSignal) => client.send(command, { abortSignal }));
        const body = addAbortSignal(cancel, answer.Body);
        const hash = createHash("sha256");
        let received = 0;
        const chunks = async function* () {
            const silence = setTimeout(() => body.destroy(new Error(`nothing came for ${silenceMs} ms`)), silenceMs);
            try {
                for await (const chunk of body) {
                    silence.refresh();
                    received += chunk.length;
                    yield chunk;
                }
            }
            catch (error) {
                // Only what the body throws comes here; a full disk does not.
                throw cancel.aborted ? error : new CutBodyError(received, bytes, error);
            }
            finally {
                clearTimeout(silence);
            }
        };
        return this.put(async (partial) => {
            const file = await open(partial, "w");
            try {
                for await (const chunk of chunks()) {
                    hash.update(chunk);
                    await file.writeFile(chunk);
                }
            }
            finally {
                await file.close();
            }
            if (received !== bytes)
                throw new CutBodyError(received, bytes);
            return this.contentOf(hash.digest("hex"));
        });
    }
    /** Lets `write` fill a partial file, which then takes the path that `write` returns. */
    async put(write) {
        const partial = path.join(this.folder, "partial", randomUUID());
        try {
            const target = await write(partial);
            await rename(partial, target);
            return target;
        }
        finally {
            await rm(partial, { force: true });
        }
    }
}
//# sourceMappingURL=s3-cache.js.map