import type { Requests } from "./requests.js";
/** What a campaign's sizes are named from. */
type LoggedSizes = Pick<Requests, "targetPayloadKb" | "actualPayloadKb">;
/**
 * The payload size of each request in KiB, as the study groups by it (`payloadKb` of Requests): the
 * planned size where the log has one; else the measured size up to measurement noise. Measured sizes, in ascending order,
 * belong to one size while they lie within
 * 0.01 KiB of its smallest, and carry that smallest, rounded to 0.01 KiB, as their name: 200.000
 * and 200.002 are both 200, 501.2539 and 501.2559 both 501.25 (rounding each by itself would part
 * them). NaN where neither was logged. A name depends on all sizes there are, so it is given once,
 * over a whole campaign.
 */
export declare function namePayloads({ targetPayloadKb, actualPayloadKb }: LoggedSizes): Float64Array;
export {};
