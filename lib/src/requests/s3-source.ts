import path from "node:path";
import {
  answerInTime,
  openS3,
  parseS3Address,
  withRetries,
  type S3Access,
  type S3Options,
} from "../s3/index.js";
import { RequestSourceError, sourceError } from "./error.js";
import { defaultCacheFolder, S3Cache, type StoredObject } from "./s3-cache.js";
import { hasLogName, isLogName, LOG_ENDING, sniff, type FormatOptions } from "./sniff.js";
import { byName, localFile, type LogSource, type SourceFile } from "./source-files.js";

/** Downloads that run ahead of the reading. */
const DOWNLOADS_AHEAD = 8;

/**
 * The logs below `s3://bucket/prefix`, where the prefix is a folder, or the key of one log. Objects
 * are downloaded to the cache as they are needed, a few ahead, each checked to be whole before a
 * line of it is read. Keys are only ever names: no path is made of one. Throws RequestSourceError,
 * with what to do.
 */
export async function findS3Files(
  source: string,
  options: S3Options,
  formats: FormatOptions = {},
): Promise<LogSource> {
  const place = parseS3Address(source);
  if (!place)
    throw new RequestSourceError(
      `${JSON.stringify(source)} is no S3 address: write s3://bucket or s3://bucket/prefix`,
    );
  const { bucket, prefix } = place;
  const cancel = new AbortController();
  const access = await openS3(options, cancel.signal);
  const { client } = access;
  try {
    const listed = await listLogs(access, bucket, prefix).catch((error) => {
      throw sourceError(error, source);
    });
    if (listed.length === 0)
      throw new RequestSourceError(
        `no log under ${source}: name the folder that holds the logs (see README, Logs)`,
      );
    const cache = new S3Cache(options.cacheFolder ?? defaultCacheFolder(), access);
    const downloads: (Promise<string> | undefined)[] = [];
    const download = (index: number): Promise<string> => {
      const started = (downloads[index] ??= cache.fetch(listed[index]));
      // One that runs ahead may fail before anyone waits for it; the wait will tell.
      started.catch(() => undefined);
      return started;
    };
    const all = listed.map(({ name }, index): SourceFile => {
      let content = "";
      const fetched = async (): Promise<string> => {
        for (let ahead = index; ahead < Math.min(index + DOWNLOADS_AHEAD, listed.length); ahead++)
          void download(ahead);
        return (content = await download(index));
      };
      return {
        name,
        content: fetched,
        async *open() {
          await fetched();
          yield* localFile(content, name, `the cached copy of ${name}`).open();
        },
        confirm(sha256) {
          if (sha256 === path.basename(content)) return;
          throw new RequestSourceError(
            `the cached copy of ${name} is damaged: delete ${content} and read again`,
          );
        },
      };
    });
    const { files, notes } = await recognised(all, formats);
    if (files.length === 0)
      throw new RequestSourceError(`no log under ${source}: ${notes.join("; ")}`);
    const close = (): void => {
      cancel.abort();
      client.destroy();
    };
    return {
      title: path.posix.basename(prefix).replace(LOG_ENDING, "") || bucket,
      files,
      notes,
      close,
    };
  } catch (error) {
    client.destroy();
    throw error;
  }
}

/** Objects whose names do not say that they are logs are fetched, and their first records tell. */
async function recognised(
  all: readonly SourceFile[],
  formats: FormatOptions,
): Promise<Pick<LogSource, "files" | "notes">> {
  const files: SourceFile[] = [];
  const notes: string[] = [];
  for (const file of all) {
    if (isLogName(file.name)) {
      files.push(file);
      continue;
    }
    const format = sniff(await file.content(), formats);
    if (format !== null && format.side !== "none") files.push({ ...file, format });
    else if (format) notes.push(`${file.name} was passed over: ${format.refusal}`);
  }
  return { files, notes };
}

async function listLogs(access: S3Access, bucket: string, prefix: string): Promise<StoredObject[]> {
  const { ListObjectsV2Command } = await import("@aws-sdk/client-s3");
  const folder = prefix === "" ? "" : `${prefix}/`;
  const objects: StoredObject[] = [];
  let page: string | undefined;
  do {
    const command = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: hasLogName(prefix) ? prefix : folder,
      ContinuationToken: page,
    });
    const answer = await withRetries(access.retries, () =>
      answerInTime(access, (abortSignal) => access.client.send(command, { abortSignal })),
    );
    for (const { Key: key, ETag: etag, Size: size } of answer.Contents ?? []) {
      if (!key || !hasLogName(key)) continue;
      const stored = { bucket, key, etag: etag ?? "", bytes: size ?? 0 };
      if (key === prefix) return [{ ...stored, name: path.posix.basename(key) }];
      if (key.startsWith(folder)) objects.push({ ...stored, name: key.slice(folder.length) });
    }
    page = answer.IsTruncated ? answer.NextContinuationToken : undefined;
  } while (page);
  return objects.sort(byName);
}
