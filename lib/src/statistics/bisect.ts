/**
 * How many values of an ascending list (from `from`, before `to`) are strictly below `value`,
 * `from` added: the place at which it would be put in, before its equals. Found by bisection. NaN
 * is below nothing and above nothing, and gets `from`.
 */
export function lowerBound(
  ascending: ArrayLike<number>,
  value: number,
  from = 0,
  to: number = ascending.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
