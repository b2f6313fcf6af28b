import type { Interval } from "../statistics/index.js";
/** "88,286" */
export declare function count(value: number): string;
/** "3 sizes", "1 size" */
export declare function counted(value: number, one: string, many?: string): string;
/**
 * "64.8 %"; small shares keep two significant digits, so that a rare thing never prints as none.
 */
export declare function percent(share: number): string;
/** "69.8 % [69.4, 70.1]" */
export declare function percentInterval({ estimate, low, high }: Interval): string;
/** "5.0 points" */
export declare function points(difference: number): string;
/** Three significant digits, without an exponent for everyday sizes. */
export declare function number(value: number): string;
/** "300 ms" */
export declare function milliseconds(value: number): string;
/** "a, b and c"; beyond `most` the rest is counted. */
export declare function list(items: readonly string[], most?: number): string;
