import type { Workload } from "../campaign/index.js";
/** What a handler gets: the parsed body of the request. */
export interface Work {
    workload: string;
    payload: unknown;
}
/**
 * Does a workload's work on a payload and says what came out. Throws BadPayload where the payload
 * is not what the workload takes.
 */
export type Handler = (work: Work) => Promise<Record<string, unknown>>;
/** A request that is the sender's mistake: 400. */
export declare class BadPayload extends Error {
    name: string;
}
/**
 * The handler of a workload. The same code runs on both platforms; loading it is part of a cold
 * start, as the import of a function's libraries is on Lambda.
 *
 * lightweight_api: validates every record of a JSON list. thumbnail_processing: decodes a JPEG and
 * makes a thumbnail of 256 x 256 pixels. medium_processing: gzip (level 6) and SHA-256.
 * heavy_processing: Brotli (level 6) there and back, then SHA-256 four times. The bodies come from
 * `requestBody` of the room `collect`.
 */
export declare function loadHandler(workload: Workload): Promise<Handler>;
/** One entry of the list that lightweight_api validates. */
export interface ApiRecord {
    id: number;
    name: string;
    amount: number;
    tags: string[];
}
