import { type Workload } from "../campaign/index.js";
/**
 * The body of a request of a workload and size (KiB): JSON `{"workload", "payload"}` of exactly
 * `bodyBytes(payloadKb)` bytes, blanks at its end making up the last few. The payload is what the
 * workload works on: records for lightweight_api, a picture or text in base64 for the others. The
 * same seed gives the same bytes (pictures: with the same build of sharp).
 */
export declare function requestBody(workload: Workload, payloadKb: number, seed: number | string): Promise<Buffer>;
