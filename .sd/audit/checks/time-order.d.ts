import { type Check } from "../check.js";
/** Time running backwards within a file by more than answers can overtake each other. */
export declare const timeOrder: Check;
