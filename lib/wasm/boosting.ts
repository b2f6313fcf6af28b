/**
 * The inner loops of gradient boosting, in AssemblyScript: `npm run wasm` compiles them to the bytes that
 * lib/src/models/boosting-kernel-bytes.ts holds. All work on addresses in the memory that boosting-memory.ts lays out.
 * Sums are sums of whole numbers, so that no order of rows and no number of threads changes them.
 */

/** Bytes of one feature's histogram: 256 bins of 8. */
const COLUMN: i32 = 2048;

/** What `exp` calculates with, each number twice, for both lanes: read from memory, it costs less than made in a register. */
const CONSTANTS = memory.data<f64>([
  // 1 / ln 2, and ln 2 in two parts: the upper one has so few digits that its product with a small whole number is exact.
  1.4426950408889634, 1.4426950408889634, 0.6931471803691238, 0.6931471803691238, 1.9082149292705877e-10, 1.9082149292705877e-10,
  // Added to a small whole number, it leaves that number in the lowest bits.
  6755399441055744.0, 6755399441055744.0,
  // 1 / k!, from k = 13 down to 2.
  1.0 / 6227020800.0, 1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 3628800.0,
  1.0 / 362880.0, 1.0 / 362880.0, 1.0 / 40320.0, 1.0 / 40320.0, 1.0 / 5040.0, 1.0 / 5040.0, 1.0 / 720.0, 1.0 / 720.0,
  1.0 / 120.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 24.0, 1.0 / 6.0, 1.0 / 6.0, 0.5, 0.5,
  1.0, 1.0, 700.0, 700.0, -700.0, -700.0, 1e-16, 1e-16,
]);

// @ts-ignore: decorator
@inline
function constant(number: usize): v128 {
  return v128.load(CONSTANTS + (number << 4));
}

/** e^x of two numbers, each at most 700 off 0, to about one unit in the last place: 2^n times the Taylor series of the rest. */
// @ts-ignore: decorator
@inline
function exp(x: v128): v128 {
  const whole = f64x2.add(f64x2.mul(x, constant(0)), constant(3)), n = f64x2.sub(whole, constant(3));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(n, constant(1))), f64x2.mul(n, constant(2)));
  let sum = constant(4);
  sum = f64x2.add(f64x2.mul(sum, r), constant(5));
  sum = f64x2.add(f64x2.mul(sum, r), constant(6));
  sum = f64x2.add(f64x2.mul(sum, r), constant(7));
  sum = f64x2.add(f64x2.mul(sum, r), constant(8));
  sum = f64x2.add(f64x2.mul(sum, r), constant(9));
  sum = f64x2.add(f64x2.mul(sum, r), constant(10));
  sum = f64x2.add(f64x2.mul(sum, r), constant(11));
  sum = f64x2.add(f64x2.mul(sum, r), constant(12));
  sum = f64x2.add(f64x2.mul(sum, r), constant(13));
  sum = f64x2.add(f64x2.mul(sum, r), constant(14));
  sum = f64x2.add(f64x2.mul(sum, r), constant(15));
  sum = f64x2.add(f64x2.mul(sum, r), constant(16));
  sum = f64x2.add(f64x2.mul(sum, r), constant(16));
  return i64x2.add(sum, i64x2.shl(whole, 52));
}

/**
 * The logistic loss's derivatives by the log-odds of the rows from `from` to `to` (both even): as numbers, gradient and
 * hessian side by side, and packed, gradient * 2^32 + hessian in whole `units`. What rounding leaves of a row is handed
 * to the next but one, so that sums do not drift. Lists the rows of positive weight; returns how many there are.
 */
export function derive(from: i32, to: i32, scores: usize, weights: usize, positives: usize, derivatives: usize, packed: usize, units: f64, rows: usize): i32 {
  const one = constant(16), unit = f64x2.splat(units), toWhole = constant(3);
  let leftEven = f64x2.splat(0.0), leftOdd = f64x2.splat(0.0), listed = rows;
  for (let row = from; row < to; row += 2) {
    const at = <usize>row << 3, weight = v128.load(weights + at);
    const score = f64x2.pmax(f64x2.pmin(v128.load(scores + at), constant(17)), constant(18));
    const probability = f64x2.div(one, f64x2.add(one, exp(f64x2.neg(score))));
    const gradient = f64x2.sub(f64x2.mul(weight, probability), v128.load(positives + at));
    const hessian = f64x2.mul(weight, f64x2.pmax(f64x2.mul(probability, f64x2.sub(one, probability)), constant(19)));
    const even = v128.shuffle<f64>(gradient, hessian, 0, 2), odd = v128.shuffle<f64>(gradient, hessian, 1, 3);
    v128.store(derivatives + 2 * at, even);
    v128.store(derivatives + 2 * at, odd, 16);
    const exactEven = f64x2.add(f64x2.mul(even, unit), leftEven), exactOdd = f64x2.add(f64x2.mul(odd, unit), leftOdd);
    const wholeEven = f64x2.add(exactEven, toWhole), wholeOdd = f64x2.add(exactOdd, toWhole);
    leftEven = f64x2.sub(exactEven, f64x2.sub(wholeEven, toWhole));
    leftOdd = f64x2.sub(exactOdd, f64x2.sub(wholeOdd, toWhole));
    v128.store(packed + at, v128.shuffle<i32>(wholeEven, wholeOdd, 2, 0, 6, 4));
    // Written in any case, kept if it counts.
    store<i32>(listed, row);
    listed += f64x2.extract_lane(weight, 0) > 0.0 ? 4 : 0;
    store<i32>(listed, row + 1);
    listed += f64x2.extract_lane(weight, 1) > 0.0 ? 4 : 0;
  }
  return <i32>((listed - rows) >> 2);
}

// @ts-ignore: decorator
@inline
function count(code: usize, feature: usize, histogram: usize, value: i64): void {
  const bin = histogram + (<usize>load<u8>(code + feature) << 3) + feature * COLUMN;
  store<i64>(bin, load<i64>(bin) + value);
}

/** Adds the packed derivatives of the listed rows to the histograms of eight features, whose codes lie side by side. */
export function countEight(rows: usize, rowCount: i32, codes: usize, packed: usize, histogram: usize): void {
  for (const end = rows + (<usize>rowCount << 2); rows < end; rows += 4) {
    const row = <usize>load<u32>(rows), value = load<i64>(packed + (row << 3)), code = codes + (row << 3);
    count(code, 0, histogram, value);
    count(code, 1, histogram, value);
    count(code, 2, histogram, value);
    count(code, 3, histogram, value);
    count(code, 4, histogram, value);
    count(code, 5, histogram, value);
    count(code, 6, histogram, value);
    count(code, 7, histogram, value);
  }
}

/** to += by, `bytes` (a multiple of 16) of whole numbers of 8 bytes each. */
export function add(to: usize, by: usize, bytes: usize): void {
  for (const end = to + bytes; to < end; to += 16, by += 16) v128.store(to, i64x2.add(v128.load(to), v128.load(by)));
}

/** to -= by. */
export function subtract(to: usize, by: usize, bytes: usize): void {
  for (const end = to + bytes; to < end; to += 16, by += 16) v128.store(to, i64x2.sub(v128.load(to), v128.load(by)));
}

export function clear(from: usize, bytes: usize): void {
  memory.fill(from, 0, bytes);
}

/**
 * Moves the listed rows that go left to the front, both sides in their old order; returns their number. Right goes
 * where code + shift (modulo 256: the missing code 255 becomes 0) is above `limit`. Every row is written to both sides
 * and only the right one's end moves on: no branch to mispredict.
 */
export function partition(rows: usize, rowCount: i32, spare: usize, codes: usize, limit: i32, shift: i32): i32 {
  const end = rows + (<usize>rowCount << 2);
  let left = rows, right = spare;
  for (let at = rows; at < end; at += 4) {
    const row = load<u32>(at), goesRight = <usize>(((<i32>load<u8>(codes + row) + shift) & 255) > limit) << 2;
    store<u32>(left, row);
    store<u32>(right, row);
    left += 4 - goesRight;
    right += goesRight;
  }
  memory.copy(left, spare, right - spare);
  return <i32>((left - rows) >> 2);
}

/**
 * Writes three sums over the listed rows to `sums`, in whole units of 1 / scale: gradients, hessians, weights. No row's
 * part may exceed 2^50 units.
 */
export function sumLeaf(rows: usize, rowCount: i32, derivatives: usize, weights: usize, scale: f64, sums: usize): void {
  const unit = f64x2.splat(scale), toWhole = constant(3);
  let both = i64x2.splat(0), weight = i64x2.splat(0);
  for (const end = rows + (<usize>rowCount << 2); rows < end; rows += 4) {
    const row = <usize>load<u32>(rows);
    both = i64x2.add(both, i64x2.sub(f64x2.add(f64x2.mul(v128.load(derivatives + (row << 4)), unit), toWhole), toWhole));
    weight = i64x2.add(weight, i64x2.sub(f64x2.add(f64x2.mul(v128.load64_zero(weights + (row << 3)), unit), toWhole), toWhole));
  }
  v128.store(sums, both);
  store<i64>(sums, i64x2.extract_lane(weight, 0), 16);
}

/** Adds a leaf's value to the scores of its rows. */
export function addToScores(rows: usize, rowCount: i32, scores: usize, value: f64): void {
  for (const end = rows + (<usize>rowCount << 2); rows < end; rows += 4) {
    const score = scores + (<usize>load<u32>(rows) << 3);
    store<f64>(score, load<f64>(score) + value);
  }
}
