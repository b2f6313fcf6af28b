import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gzip } from "node:zlib";
/** A request that is the sender's mistake: 400. */
export class BadPayload extends Error {
    name = "BadPayload";
}
const THUMBNAIL_PIXELS = 256;
const DIGEST_ROUNDS = 4;
/**
 * The handler of a workload. The same code runs on both platforms; loading it is part of a cold
 * start, as the import of a function's libraries is on Lambda.
 *
 * lightweight_api: validates every record of a JSON list. thumbnail_processing: decodes a JPEG and
 * makes a thumbnail of 256 x 256 pixels. medium_processing: gzip (level 6) and SHA-256.
 * heavy_processing: Brotli (level 6) there and back, then SHA-256 four times. The bodies come from
 * `requestBody` of the room `collect`.
 */
export async function loadHandler(workload) {
    switch (workload) {
        case "lightweight_api":
            return async ({ payload }) => ({ records: validateRecords(payload) });
        case "thumbnail_processing":
            return thumbnailHandler();
        case "medium_processing":
            return compressAndHash;
        case "heavy_processing":
            return compressThereAndBack;
    }
}
function validateRecords(payload) {
    if (!Array.isArray(payload))
        throw new BadPayload("payload must be a list of records");
    const seen = new Set();
    payload.forEach((record, i) => {
        const wrong = (field, needed) => {
            throw new BadPayload(`payload[${i}].${field} must be ${needed}`);
        };
        if (!Number.isInteger(record?.id) || seen.has(record.id))
            wrong("id", "a whole number, once");
        seen.add(record.id);
        if (typeof record.name !== "string" || !/^[a-z][a-z0-9 ]*$/.test(record.name))
            wrong("name", "small letters, digits and blanks");
        if (typeof record.amount !== "number" || !(record.amount >= 0))
            wrong("amount", "a number from 0");
        if (!Array.isArray(record.tags) || !record.tags.every((tag) => typeof tag === "string"))
            wrong("tags", "a list of words");
    });
    return payload.length;
}
async function thumbnailHandler() {
    const { default: sharp } = await import("sharp");
    // A thumbnail of a picture seen before must cost what the first one did, and a task has one vCPU
    // at most.
    sharp.cache(false);
    sharp.concurrency(1);
    return async ({ payload }) => {
        const picture = sharp(fromBase64(payload));
        const { width, height } = await picture.metadata().catch(() => {
            throw new BadPayload("payload must be a picture in base64");
        });
        const thumbnail = await picture
            .resize(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, { fit: "cover" })
            .jpeg({ quality: 80 })
            .toBuffer();
        return { width, height, thumbnail_bytes: thumbnail.length, sha256: sha256(thumbnail) };
    };
}
async function compressAndHash({ payload }) {
    const bytes = fromBase64(payload);
    const compressed = await promisify(gzip)(bytes, { level: 6 });
    return { bytes: bytes.length, compressed_bytes: compressed.length, sha256: sha256(bytes) };
}
async function compressThereAndBack({ payload }) {
    const bytes = fromBase64(payload);
    const compressed = await promisify(brotliCompress)(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 6 },
    });
    const back = await promisify(brotliDecompress)(compressed);
    if (!back.equals(bytes))
        throw new Error("what was compressed did not come back");
    let digest = "";
    for (let round = 0; round < DIGEST_ROUNDS; round++)
        digest = createHash("sha256").update(back).update(digest).digest("hex");
    return { bytes: bytes.length, compressed_bytes: compressed.length, sha256: digest };
}
function fromBase64(payload) {
    if (typeof payload !== "string" || payload === "")
        throw new BadPayload("payload must be text in base64");
    return Buffer.from(payload, "base64");
}
function sha256(bytes) {
    return createHash("sha256").update(bytes).digest("hex");
}
//# sourceMappingURL=handlers.js.map