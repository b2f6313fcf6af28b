/** The largest finite number of single precision (IEEE 754 binary32). */
export const LARGEST_SINGLE: number = (2 - 2 ** -23) * 2 ** 127;

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

/**
 * The smallest number of single precision above `value`: for numbers x of single precision,
 * x <= value is x < firstSingleAbove(value). Infinity from the largest one on.
 */
export function firstSingleAbove(value: number): number {
  single[0] = value;
  if (single[0] > value) return single[0];
  // Zero of either sign is followed by the smallest positive number; below zero the bits count
  // down.
  if (single[0] === 0) bits[0] = 1;
  else bits[0] += single[0] > 0 ? 1 : -1;
  return single[0];
}

/**
 * A number of single precision in as few digits as read back to it, with an exponent ("5e-1"):
 * XGBoost's reader takes a number without point or exponent for an integer, and stops.
 */
export function singleText(value: number): string {
  for (let digits = 0; ; digits++) {
    const text = value.toExponential(digits);
    if (digits === 8 || Math.fround(Number(text)) === value) return text.replace("+", "");
  }
}
