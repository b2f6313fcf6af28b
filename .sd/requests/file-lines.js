import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { RequestSourceError } from "./error.js";
import { LineSplitter } from "./lines.js";
/**
 * Streams a file's lines to `onLine` and hashes the file on the way. What is named .gz or begins as
 * gzip does (an S3 object may be packed without saying so in its key) is unpacked.
 */
export async function readFileLines(file, onLine) {
    const hash = createHash("sha256");
    const splitter = new LineSplitter(onLine);
    let bytes = 0;
    const stored = async function* () {
        for await (const chunk of file.open()) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
        }
    };
    const chunks = stored();
    const first = await chunks.next();
    if (!first.done) {
        const all = async function* () {
            yield first.value;
            yield* chunks;
        };
        if (file.name.endsWith(".gz") || (first.value[0] === 0x1f && first.value[1] === 0x8b))
            await unpack(file.name, all, splitter);
        else
            for await (const chunk of all())
                splitter.push(chunk);
    }
    splitter.end();
    const sha256 = hash.digest("hex");
    file.confirm?.(sha256);
    return { file: file.name, bytes, sha256 };
}
async function unpack(name, stored, splitter) {
    try {
        await pipeline(stored, createGunzip(), async (unpacked) => {
            for await (const chunk of unpacked)
                splitter.push(chunk);
        });
    }
    catch (error) {
        const code = error.code ?? "";
        if (code === "Z_BUF_ERROR")
            throw new RequestSourceError(`${name} ends before its gzip data do: copy or upload it again`, { cause: error });
        if (code.startsWith("Z_")) {
            throw new RequestSourceError(`${name} is not sound gzip (${error.message}): copy it again, or drop the .gz`, { cause: error });
        }
        throw error;
    }
}
//# sourceMappingURL=file-lines.js.map