import type { ApiRecord } from "../local-platforms/index.js";
import type { Random } from "../statistics/index.js";
/**
 * So many bytes of text of made-up words, frequent and rare ones: it compresses about 3:1, as prose
 * does.
 */
export declare function wordsOfBytes(bytes: number, random: Random): Buffer;
/** Records for lightweight_api that take `bytes` of JSON at most, and as many as fit. */
export declare function recordsOfBytes(bytes: number, random: Random): ApiRecord[];
