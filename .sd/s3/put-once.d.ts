import type { Readable } from "node:stream";
import { type S3Access } from "./access.js";
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
export declare function putOnce(access: S3Access, { bucket, key, body, bytes, sha256 }: NewObject): Promise<PutOutcome>;
