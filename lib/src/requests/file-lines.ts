import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { FileDigest } from "./digest.js";
import { RequestSourceError } from "./error.js";
import { LineSplitter, type LineHandler } from "./lines.js";
import type { SourceFile } from "./source-files.js";

/**
 * Streams a file's lines to `onLine` and hashes the file on the way. What is named .gz or begins as
 * gzip does (an S3 object may be packed without saying so in its key) is unpacked.
 */
export async function readFileLines(file: SourceFile, onLine: LineHandler): Promise<FileDigest> {
  const hash = createHash("sha256");
  const splitter = new LineSplitter(onLine);
  let bytes = 0;
  const stored = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of file.open()) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const chunks = stored();
  const first = await chunks.next();
  if (!first.done) {
    const all = async function* (): AsyncGenerator<Buffer> {
      yield first.value;
      yield* chunks;
    };
    if (file.name.endsWith(".gz") || (first.value[0] === 0x1f && first.value[1] === 0x8b))
      await unpack(file.name, all, splitter);
    else for await (const chunk of all()) splitter.push(chunk);
  }
  splitter.end();
  const sha256 = hash.digest("hex");
  file.confirm?.(sha256);
  return { file: file.name, bytes, sha256 };
}

async function unpack(
  name: string,
  stored: () => AsyncGenerator<Buffer>,
  splitter: LineSplitter,
): Promise<void> {
  try {
    await pipeline(stored, createGunzip(), async (unpacked: AsyncIterable<Buffer>) => {
      for await (const chunk of unpacked) splitter.push(chunk);
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "Z_BUF_ERROR")
      throw new RequestSourceError(
        `${name} ends before its gzip data do: copy or upload it again`,
        { cause: error },
      );
    if (code.startsWith("Z_")) {
      throw new RequestSourceError(
        `${name} is not sound gzip (${(error as Error).message}): copy it again, or drop the .gz`,
        { cause: error },
      );
    }
    throw error;
  }
}
