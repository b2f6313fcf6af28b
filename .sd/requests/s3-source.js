import path from "node:path";
import { answerInTime, openS3, parseS3Address, withRetries, } from "../s3/index.js";
import { RequestSourceError, sourceError } from "./error.js";
import { defaultCacheFolder, S3Cache } from "./s3-cache.js";
import { byName, isLogName, localFile } from "./source-files.js";
/** Downloads that run ahead of the reading. */
const DOWNLOADS_AHEAD = 8;
/**
 * The logs below `s3://bucket/prefix`, where the prefix is a folder, or the key of one log. Objects
 * are downloaded to the cache as they are needed, a few ahead, each checked to be whole before a
 * line of it is read. Keys are only ever names: no path is made of one. Throws RequestSourceError,
 * with what to do.
 */
export async function findS3Files(source, options) {
    const place = parseS3Address(source);
    if (!place)
        throw new RequestSourceError(`${JSON.stringify(source)} is no S3 address: write s3://bucket or s3://bucket/prefix`);
    const { bucket, prefix } = place;
    const cancel = new AbortController();
    const access = await openS3(options, cancel.signal);
    const { client } = access;
    try {
        const listed = await listLogs(access, bucket, prefix).catch((error) => {
            throw sourceError(error, source);
        });
        if (listed.length === 0)
            throw new RequestSourceError(`no .jsonl or .jsonl.gz object under ${source}: name the folder that holds the logs`);
        const cache = new S3Cache(options.cacheFolder ?? defaultCacheFolder(), access);
        const downloads = [];
        const download = (index) => {
            const started = (downloads[index] ??= cache.fetch(listed[index]));
            // One that runs ahead may fail before anyone waits for it; the wait will tell.
            started.catch(() => undefined);
            return started;
        };
        const files = listed.map(({ name }, index) => {
            let content = "";
            return {
                name,
                async *open() {
                    for (let ahead = index; ahead < Math.min(index + DOWNLOADS_AHEAD, listed.length); ahead++)
                        void download(ahead);
                    content = await download(index);
                    yield* localFile(content, name, `the cached copy of ${name}`).open();
                },
                confirm(sha256) {
                    if (sha256 === path.basename(content))
                        return;
                    throw new RequestSourceError(`the cached copy of ${name} is damaged: delete ${content} and read again`);
                },
            };
        });
        const close = () => {
            cancel.abort();
            client.destroy();
        };
        return {
            title: path.posix.basename(prefix).replace(/\.jsonl(\.gz)?$/, "") || bucket,
            files,
            close,
        };
    }
    catch (error) {
        client.destroy();
        throw error;
    }
}
async function listLogs(access, bucket, prefix) {
    const { ListObjectsV2Command } = await import("@aws-sdk/client-s3");
    const folder = prefix === "" ? "" : `${prefix}/`;
    const objects = [];
    let page;
    do {
        const command = new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: isLogName(prefix) ? prefix : folder,
            ContinuationToken: page,
        });
        const answer = await withRetries(access.retries, () => answerInTime(access, (abortSignal) => access.client.send(command, { abortSignal })));
        for (const { Key: key, ETag: etag, Size: size } of answer.Contents ?? []) {
            if (!key || !isLogName(key))
                continue;
            const stored = { bucket, key, etag: etag ?? "", bytes: size ?? 0 };
            if (key === prefix)
                return [{ ...stored, name: path.posix.basename(key) }];
            if (key.startsWith(folder))
                objects.push({ ...stored, name: key.slice(folder.length) });
        }
        page = answer.IsTruncated ? answer.NextContinuationToken : undefined;
    } while (page);
    return objects.sort(byName);
}
//# sourceMappingURL=s3-source.js.map