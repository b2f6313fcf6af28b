/**
 * How many values of an ascending list (from `from`, before `to`) are strictly below `value`, `from`
 * added: the place at which it would be put in, before its equals. Found by bisection. NaN is below
 * nothing and above nothing, and gets `from`.
 */
export declare function lowerBound(ascending: ArrayLike<number>, value: number, from?: number, to?: number): number;
