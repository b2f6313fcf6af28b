import { openS3, type S3Options } from "../s3/index.js";
import { leftParts } from "./spool.js";
import { shipPart, sinkError, writablePlace } from "./store-part.js";

/**
 * Sends the parts that collectors which are gone have left in a spool folder. Returns the number of parts and rows.
 * Throws RowSinkError; the parts that were not sent stay.
 */
export async function pushSpool(folder: string, address: string, s3: S3Options = {}): Promise<{ parts: number; rows: number }> {
  const place = writablePlace(address), access = await openS3(s3, new AbortController().signal), sent = { parts: 0, rows: 0 };
  try {
    for (const part of leftParts(folder)) {
      sent.rows += await shipPart(access, place, part);
      sent.parts++;
    }
    return sent;
  } catch (error) {
    throw sinkError(error, address);
  } finally {
    access.client.destroy();
  }
}
