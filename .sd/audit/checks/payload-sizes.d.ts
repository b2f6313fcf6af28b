import { type Check } from "../check.js";
/** How many payload sizes each workload was sent with, measurement noise taken out. */
export declare const payloadSizes: Check;
