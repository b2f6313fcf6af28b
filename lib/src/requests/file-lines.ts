import { createHash } from "node:crypto";
import { once } from "node:events";
import { createGunzip, type Gunzip } from "node:zlib";
import type { FileDigest } from "./digest.js";
import { RequestSourceError } from "./error.js";
import { LineSplitter, type LineHandler } from "./lines.js";
import type { SourceFile } from "./source-files.js";

/** What a file was as stored, and what of it the reader should be told. */
export interface FileReading {
  digest: FileDigest;
  /** Bytes of zeros behind the gzip data, as tapes and some copies leave them. */
  paddingBytes: number;
}

/**
 * Streams a file's lines to `onLine` and hashes the file on the way. What is named .gz or begins as
 * gzip does (an S3 object may be packed without saying so in its key) is unpacked; zeros behind the
 * packed data are passed over and counted.
 */
export async function readFileLines(file: SourceFile, onLine: LineHandler): Promise<FileReading> {
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
  let unpacking: Unpacking | null = null;
  for await (const chunk of stored()) {
    if (bytes === chunk.length && isPacked(file.name, chunk))
      unpacking = new Unpacking(file.name, splitter);
    if (unpacking) await unpacking.push(chunk);
    else splitter.push(chunk);
  }
  const paddingBytes = unpacking ? await unpacking.end() : 0;
  splitter.end();
  const sha256 = hash.digest("hex");
  file.confirm?.(sha256);
  return { digest: { file: file.name, bytes, sha256 }, paddingBytes };
}

function isPacked(name: string, first: Buffer): boolean {
  return name.endsWith(".gz") || (first[0] === 0x1f && first[1] === 0x8b);
}

/**
 * Unpacks gzip (several members make one file, RFC 1952) and tells what stands behind it. Node's
 * Gunzip ends at a zero byte there and leaves the rest; as part of a pipeline it then aborts it.
 */
class Unpacking {
  private readonly gunzip: Gunzip = createGunzip();
  /** Bytes given to it before the chunk at hand, and how many zeros stand behind its data. */
  private given = 0;
  private paddingBytes = 0;
  private ended = false;
  private failure: Error | null = null;

  constructor(
    private readonly name: string,
    splitter: LineSplitter,
  ) {
    this.gunzip
      .on("data", (chunk: Buffer) => {
        try {
          splitter.push(chunk);
        } catch (error) {
          this.gunzip.destroy(error as Error);
        }
      })
      .on("error", (error) => (this.failure = error))
      .on("end", () => (this.ended = true));
  }

  async push(chunk: Buffer): Promise<void> {
    if (this.ended) this.passOver(chunk);
    else {
      await this.write(chunk);
      // Asked again after a turn of the loop: "end" comes after the last data were handed out.
      if (this.gunzip.bytesWritten < this.given + chunk.length) await this.untilEnded();
      if (this.ended) this.passOver(chunk.subarray(this.gunzip.bytesWritten - this.given));
    }
    this.given += chunk.length;
  }

  /** The end of the file; returns the bytes of padding. */
  async end(): Promise<number> {
    if (!this.ended) {
      this.gunzip.end();
      await this.untilEnded();
    }
    this.gunzip.destroy();
    return this.paddingBytes;
  }

  private async write(chunk: Buffer): Promise<void> {
    await new Promise<void>((resolve) => {
      const settled = (): void => {
        this.gunzip.off("error", settled).off("end", settled);
        resolve();
      };
      this.gunzip.on("error", settled).on("end", settled);
      this.gunzip.write(chunk, settled);
    });
    this.mustBeSound();
  }

  private async untilEnded(): Promise<void> {
    if (!this.ended && !this.failure)
      await once(this.gunzip, "end").catch((error: Error) => (this.failure = error));
    this.mustBeSound();
  }

  private passOver(rest: Buffer): void {
    if (rest.some((byte) => byte !== 0))
      throw new RequestSourceError(
        `${this.name} has bytes behind its gzip data that are neither gzip nor zeros: copy or ` +
          "upload it again",
      );
    this.paddingBytes += rest.length;
  }

  private mustBeSound(): void {
    if (!this.failure) return;
    const { code = "", message } = this.failure as NodeJS.ErrnoException;
    if (code === "Z_BUF_ERROR")
      throw new RequestSourceError(
        `${this.name} ends before its gzip data do: copy or upload it again`,
        { cause: this.failure },
      );
    if (code.startsWith("Z_"))
      throw new RequestSourceError(
        `${this.name} is not sound gzip (${message}): copy it again, or drop the .gz`,
        { cause: this.failure },
      );
    throw this.failure;
  }
}
