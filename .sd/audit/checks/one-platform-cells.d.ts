import { type Check } from "../check.js";
/**
 * Context cells that only one platform answered, where nothing can be compared, and thin ones,
 * where little can.
 */
export declare const onePlatformCells: Check;
