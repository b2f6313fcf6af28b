import type { Requests } from "./requests.js";

/** What a campaign's sizes are named from. */
type LoggedSizes = Pick<Requests, "targetPayloadKb" | "actualPayloadKb">;

/** Measured sizes this close are one size: the same body differs by a few bytes of its wrapping. */
const SAME_SIZE_KB = 0.01;

/**
 * The payload size of each request in KiB, as the study groups by it (`payloadKb` of Requests): the
 * planned size where the log has one; else the measured size up to measurement noise. Measured
 * sizes, in ascending order, belong to one size while they lie within
 * 0.01 KiB of its smallest, and carry that smallest, rounded to 0.01 KiB, as their name: 200.000
 * and 200.002 are both 200, 501.2539 and 501.2559 both 501.25 (rounding each by itself would part
 * them). NaN where neither was logged. A name depends on all sizes there are, so it is given once,
 * over a whole campaign.
 */
export function namePayloads({ targetPayloadKb, actualPayloadKb }: LoggedSizes): Float64Array {
  const sizes = Float64Array.from(targetPayloadKb);
  const measured = new Set<number>();
  for (let row = 0; row < sizes.length; row++) {
    if (Number.isNaN(sizes[row]) && !Number.isNaN(actualPayloadKb[row]))
      measured.add(actualPayloadKb[row]);
  }
  if (measured.size === 0) return sizes;
  const names = nameSizes(Float64Array.from(measured).sort());
  for (let row = 0; row < sizes.length; row++) {
    if (Number.isNaN(sizes[row])) sizes[row] = names.get(actualPayloadKb[row]) ?? NaN;
  }
  return sizes;
}

function nameSizes(ascending: Float64Array): Map<number, number> {
  const names = new Map<number, number>();
  let smallest = -Infinity;
  let name = NaN;
  for (const size of ascending) {
    if (size - smallest > SAME_SIZE_KB) {
      smallest = size;
      name = Math.round(size * 100) / 100;
    }
    names.set(size, name);
  }
  return names;
}
