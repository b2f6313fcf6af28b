import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
/**
 * What stands between the routing frames and the signature (Jupyter client documentation, "The wire
 * protocol").
 */
const DELIMITER = "<IDS|MSG>";
/** Frames of a new request, signed with `key` (HMAC-SHA-256), and the id its answers will carry. */
export function encodeRequest(type, content, session, key) {
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
export function decodeMessage(frames, key) {
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
function signature(parts, key) {
    const hash = createHmac("sha256", key);
    for (const part of parts)
        hash.update(part);
    return hash.digest("hex");
}
//# sourceMappingURL=messages.js.map