import { type Requests } from "./requests.js";
/**
 * Requests as an Arrow IPC file: the columns of Requests under their own names, coded columns as
 * dictionaries of names with null for a missing code, so that any Arrow reader shows words. The
 * same requests give the same bytes, and `requestsFromArrow` gives back exactly the same columns of a
 * whole campaign.
 */
export declare function requestsToArrow(requests: Requests): Uint8Array;
/** The requests in bytes that `requestsToArrow` wrote. Throws TypeError for anything else. */
export declare function requestsFromArrow(bytes: Uint8Array): Requests;
