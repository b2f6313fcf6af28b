import { type Check } from "../check.js";
/** Fields that are logged on one platform and not on the other, or only now and then. */
export declare const fieldsByPlatform: Check;
