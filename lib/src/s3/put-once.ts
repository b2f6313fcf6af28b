import type { Readable } from "node:stream";
import { answerInTime, type S3Access } from "./access.js";
import type { SdkError } from "./errors.js";
import { withRetries } from "./retries.js";

/** What is to be stored under a key that holds nothing yet. */
export interface NewObject {
  bucket: string;
  key: string;
  /** Gives the bytes from their start; called once a try. */
  body: () => Buffer | Readable;
  bytes: number;
  /**
   * SHA-256 of the content before compression, in hex: kept with the object, it tells one's own
   * from another's.
   */
  sha256: string;
}

/**
 * "stored" now; "already there", the same content, put by an earlier try or run; "taken" by other
 * content, which is left as it is.
 */
export type PutOutcome = "stored" | "already there" | "taken";

/**
 * Stores an object unless its key holds one (`If-None-Match: *`), so that nobody's object is ever
 * overwritten. A put whose answer was lost is found by its own content on the next try and counts
 * once. Throws the SDK's error after the last try.
 */
export async function putOnce(
  access: S3Access,
  { bucket, key, body, bytes, sha256 }: NewObject,
): Promise<PutOutcome> {
  const { HeadObjectCommand, PutObjectCommand } = await import("@aws-sdk/client-s3");
  const { client, retries } = access;
  try {
    return await withRetries<PutOutcome>(retries, async () => {
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body(),
        ContentLength: bytes,
        IfNoneMatch: "*",
        Metadata: { sha256 },
      });
      await answerInTime(access, (abortSignal) => client.send(command, { abortSignal }));
      return "stored";
    });
  } catch (error) {
    if ((error as SdkError).$metadata?.httpStatusCode !== 412) throw error;
  }
  const head = await withRetries(retries, () =>
    answerInTime(access, (abortSignal) =>
      client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }), { abortSignal }),
    ),
  );
  return head.Metadata?.sha256 === sha256 && sha256 !== "" ? "already there" : "taken";
}
