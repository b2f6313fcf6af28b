import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, readdirSync, rmSync, statSync, } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { openS3, putOnce, unsafeKey, } from "../s3/index.js";
import { RowSinkError } from "./sink-error.js";
import { isPart, leftParts } from "./spool.js";
import { shipPart, sinkError, writablePlace } from "./store-part.js";
/**
 * Copies the logs of a folder, at any depth, to an S3 prefix under the same names, `.jsonl` files
 * compressed; and sends the parts that collectors which are gone have left in it, as they would
 * have. Nothing in the store is overwritten, so a push that broke off is begun again. Parts of
 * collectors at work are left to them. Throws RowSinkError.
 */
export async function pushFolder(folder, address, s3 = {}) {
    if (!existsSync(folder) || !statSync(folder).isDirectory())
        throw new RowSinkError(`there is no folder ${folder}: check the path`);
    const place = writablePlace(address);
    const pushed = { files: 0, alreadyThere: 0, parts: 0, partRows: 0, partsAtWork: [] };
    const folders = [
        folder,
        ...readdirSync(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isDirectory())
            .map((entry) => path.join(entry.parentPath, entry.name)),
    ];
    const access = await openS3(s3, new AbortController().signal);
    try {
        for (const each of folders.sort()) {
            for (const part of leftParts(each)) {
                pushed.partRows += await shipPart(access, place, part);
                pushed.parts++;
            }
            for (const name of readdirSync(each).sort()) {
                const file = path.join(each, name);
                if (isPart(name))
                    pushed.partsAtWork.push(file);
                if (!/\.jsonl(\.gz)?$/.test(name) || isPart(name) || !statSync(file).isFile())
                    continue;
                if ((await pushFile(access, place, file, path.relative(folder, file).split(path.sep).join("/"))) === "already there")
                    pushed.alreadyThere++;
                pushed.files++;
            }
        }
        return pushed;
    }
    catch (error) {
        throw sinkError(error, address);
    }
    finally {
        access.client.destroy();
    }
}
async function pushFile(access, { bucket, prefix }, file, name) {
    const key = `${prefix === "" ? "" : `${prefix}/`}${name}${name.endsWith(".gz") ? "" : ".gz"}`;
    const fault = unsafeKey(key);
    if (fault)
        throw new RowSinkError(`${file} cannot be stored as ${JSON.stringify(key)}, which ${fault}`);
    const hash = createHash("sha256");
    await pipeline(createReadStream(file), hash);
    const packed = name.endsWith(".gz") ? file : path.join(tmpdir(), `study-push-${randomUUID()}.gz`);
    try {
        if (packed !== file)
            await pipeline(createReadStream(file), createGzip(), createWriteStream(packed, { mode: 0o600 }));
        const outcome = await putOnce(access, {
            bucket,
            key,
            body: () => createReadStream(packed),
            bytes: statSync(packed).size,
            sha256: hash.digest("hex"),
        });
        if (outcome !== "taken")
            return outcome;
        throw new RowSinkError(`s3://${bucket}/${key} holds other content than ${file}, and was left as it is: choose ` +
            "another prefix");
    }
    finally {
        if (packed !== file)
            rmSync(packed, { force: true });
    }
}
//# sourceMappingURL=push-folder.js.map