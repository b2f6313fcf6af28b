import { type Check } from "../check.js";
/** Payload sizes that were asked for against those that were sent. */
export declare const payloadActual: Check;
