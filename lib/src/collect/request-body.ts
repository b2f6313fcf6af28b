import { bodyBytes } from "../campaign/index.js";
import { InputError, createRandom } from "../statistics/index.js";
import { pictureOfBytes } from "./picture-payload.js";
import { recordsOfBytes, wordsOfBytes } from "./text-payload.js";

/**
 * The body of a request of a workload and size (KiB): JSON `{"workload", "payload"}` of exactly
 * `bodyBytes(payloadKb)` bytes, blanks at its end making up the last few. The payload is what the
 * workload works on: records for lightweight_api, a picture or text in base64 for the others. The
 * same seed gives the same bytes (pictures: with the same build of sharp).
 */
export async function requestBody(
  workload: string,
  payloadKb: number,
  seed: number | string,
): Promise<Buffer> {
  const bytes = bodyBytes(payloadKb);
  const random = createRandom(seed).fork(`body ${workload} ${payloadKb}`);
  const room = bytes - JSON.stringify({ workload, payload: "" }).length;
  const bytesInBase64 = Math.floor(room / 4) * 3;
  let payload: unknown;
  // Records stand without the two quotation marks of a text.
  if (workload === "lightweight_api") payload = recordsOfBytes(room + 2, random);
  else
    payload = (
      workload === "thumbnail_processing"
        ? await pictureOfBytes(bytesInBase64, random)
        : wordsOfBytes(bytesInBase64, random)
    ).toString("base64");
  const json = Buffer.from(JSON.stringify({ workload, payload }));
  if (json.length > bytes)
    throw new InputError(
      `${payloadKb} KiB is too small for a body of ${workload}: its JSON alone takes ` +
        `${json.length} bytes of ${bytes}`,
    );
  return Buffer.concat([json, Buffer.alloc(bytes - json.length, " ")]);
}
