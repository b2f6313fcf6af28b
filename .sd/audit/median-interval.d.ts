import { type Interval } from "../statistics/index.js";
/**
 * A median with the interval of order statistics (the binomial one, by its normal approximation
 * from 50 values on): no assumption on the distribution but that the values are independent.
 * Boundless on either side with too few values.
 */
export declare function medianInterval(values: ArrayLike<number>, level: number): Interval;
