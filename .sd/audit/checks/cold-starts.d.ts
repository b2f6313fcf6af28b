import { type Check } from "../check.js";
/** Share of Lambda requests that waited for a new environment, over all and by workload. */
export declare const coldStarts: Check;
