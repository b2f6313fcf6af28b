import type { Requests } from "../requests/index.js";
/** How busy the campaign was when each request was logged. */
export interface Load {
    /** Requests logged in the same minute, a second. */
    perSecond: Float64Array;
    /** 0, 1 or 2: the third of the requests with the quietest, middle and busiest minutes. */
    third: Uint8Array;
    /** What the thirds are, with their rates. */
    names: string[];
}
/**
 * Load in thirds of equal numbers of requests (ties stay together, so a campaign of one rate has
 * fewer).
 */
export declare function loadThirds({ timestampMs, rowCount }: Requests): Load;
