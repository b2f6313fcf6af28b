import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** One message of the Jupyter protocol, as far as a client reads it. */
export interface Message {
  type: string;
  /**
   * Id of the request that this message answers or belongs to; undefined where it belongs to none.
   */
  parentId: string | undefined;
  // Each type of message has fields of its own; the protocol has no schema to take types from.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  content: Record<string, any>;
}

/**
 * What stands between the routing frames and the signature (Jupyter client documentation, "The wire
 * protocol").
 */
const DELIMITER = "<IDS|MSG>";

/** Frames of a new request, signed with `key` (HMAC-SHA-256), and the id its answers will carry. */
export function encodeRequest(
  type: string,
  content: object,
  session: string,
  key: string,
): { id: string; frames: string[] } {
  const id = randomUUID();
  const header = {
    msg_id: id,
    msg_type: type,
    session,
    username: "runner",
    date: new Date().toISOString(),
    version: "5.3",
  };
  const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
  return { id, frames: [DELIMITER, signature(parts, key), ...parts] };
}

/**
 * Reads the frames of one message. Throws where they are not a message, or not signed with `key`.
 */
export function decodeMessage(frames: Buffer[], key: string): Message {
  const start = frames.findIndex((frame) => frame.toString() === DELIMITER);
  if (start < 0 || frames.length < start + 6)
    throw new Error(`not a Jupyter message: ${frames.length} frames without ${DELIMITER}`);
  const parts = frames.slice(start + 2);
  const expected = Buffer.from(signature(parts, key));
  const found = frames[start + 1];
  if (found.length !== expected.length || !timingSafeEqual(found, expected))
    throw new Error("a message with a wrong signature came in");
  const [header, parent, , content] = parts.slice(0, 4).map((part) => JSON.parse(part.toString()));
  return { type: header.msg_type, parentId: parent.msg_id, content };
}

function signature(parts: (string | Buffer)[], key: string): string {
  const hash = createHmac("sha256", key);
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
