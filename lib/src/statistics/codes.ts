/**
 * Rows coded by the group they belong to: `codeOfRow` runs from 0 to `codeCount - 1` in order of
 * first appearance.
 */
export interface RowCodes {
  codeOfRow: Uint32Array;
  codeCount: number;
  /** The first row of each code: whatever is constant within a code can be read there. */
  firstRow: Uint32Array;
}

/** With more combinations than one in so many rows, the columns left are hashed in one go. */
const ROWS_A_COMBINATION = 16;

/**
 * Codes rows by the combination of values in several columns, exactly: two rows share a code if and
 * only if they agree in every column. NaN equals NaN, and 0 equals -0. Column by column while there
 * are few combinations, whose table is re-numbered so that it never outgrows those that occur;
 * where many rows differ, all columns left at once.
 */
export function codeRows(columns: readonly ArrayLike<number>[], rowCount: number): RowCodes {
  let codes = new Uint32Array(rowCount);
  let count = Math.min(1, rowCount);
  for (const [index, column] of columns.entries()) {
    // Rows that all differ already cannot be told apart any better.
    if (count === rowCount) break;
    if (count > rowCount / ROWS_A_COMBINATION && columns.length - index > 1)
      return hashRows([codes, ...columns.slice(index)], rowCount);
    const values = codeColumn(column, rowCount);
    if (values.codeCount <= 1) continue;
    ({ codes, count } = combine(codes, count, values.codeOfRow, values.codeCount));
  }
  return { codeOfRow: codes, codeCount: count, firstRow: firstRows(codes, count) };
}

/**
 * Whole numbers below this (and below the number of rows) are coded by a table, everything else by
 * a hash table.
 */
const TABLE_VALUES = 1 << 16;

/** Codes one column by its distinct values. */
export function codeColumn(column: ArrayLike<number>, rowCount: number = column.length): RowCodes {
  return codeFewValues(column, Infinity, rowCount)!;
}

/**
 * The same for a column of at most `most` distinct values; null, as soon as that is seen, for one
 * of more.
 */
export function codeFewValues(
  column: ArrayLike<number>,
  most: number,
  rowCount: number = column.length,
): RowCodes | null {
  const codeOfRow = new Uint32Array(rowCount);
  const codeOfWhole = new Int32Array(Math.min(TABLE_VALUES, rowCount)).fill(-1);
  const codeOfOther = new Map<number, number>();
  let count = 0;
  let previous = NaN;
  let previousCode = -1;
  for (let row = 0; row < rowCount; row++) {
    const value = column[row];
    // Logs come in runs of equal values: most rows need no look-up. (A Map treats NaN as equal to
    // itself and 0 as -0.)
    if (value !== previous) {
      const isWhole = (value | 0) === value && value >= 0 && value < codeOfWhole.length;
      let code = isWhole ? codeOfWhole[value] : (codeOfOther.get(value) ?? -1);
      if (code < 0) {
        code = count++;
        if (count > most) return null;
        if (isWhole) codeOfWhole[value] = code;
        else codeOfOther.set(value, code);
      }
      previous = value;
      previousCode = code;
    }
    codeOfRow[row] = previousCode;
  }
  return { codeOfRow, codeCount: count, firstRow: firstRows(codeOfRow, count) };
}

/** Above this many possible combinations a hash table replaces the flat one. */
const FLAT_TABLE_LIMIT = 1 << 22;

function combine(
  left: Uint32Array,
  leftCount: number,
  right: Uint32Array,
  rightCount: number,
): { codes: Uint32Array; count: number } {
  const rows = left.length;
  const codes = new Uint32Array(rows);
  let count = 0;
  if (leftCount * rightCount <= FLAT_TABLE_LIMIT) {
    const table = new Int32Array(leftCount * rightCount).fill(-1);
    for (let row = 0; row < rows; row++) {
      const cell = left[row] * rightCount + right[row];
      if (table[cell] < 0) table[cell] = count++;
      codes[row] = table[cell];
    }
    return { codes, count };
  }
  const table = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const cell = left[row] * rightCount + right[row];
    let code = table.get(cell);
    if (code === undefined) table.set(cell, (code = count++));
    codes[row] = code;
  }
  return { codes, count };
}

/** The same codes by one pass of hashing over all columns. */
function hashRows(columns: readonly ArrayLike<number>[], rowCount: number): RowCodes {
  const high = new Uint32Array(rowCount).fill(0x9e3779b9);
  const low = new Uint32Array(rowCount).fill(0x85ebca6b);
  for (const column of columns) mixIn(column, high, low);
  const codeOfKey = new Map<number, number>();
  const codeOfRow = new Uint32Array(rowCount);
  const firstRow: number[] = [];
  const same = (a: number, b: number): boolean =>
    columns.every(
      (column) => column[a] === column[b] || (Number.isNaN(column[a]) && Number.isNaN(column[b])),
    );
  for (let row = 0; row < rowCount; row++) {
    // 53 bits, the most a number holds exactly; different rows of one key are told apart and given
    // the next free key.
    let key = high[row] * 0x200000 + (low[row] >>> 11);
    let code = codeOfKey.get(key);
    while (code !== undefined && !same(row, firstRow[code])) code = codeOfKey.get(++key);
    if (code === undefined) {
      code = firstRow.push(row) - 1;
      codeOfKey.set(key, code);
    }
    codeOfRow[row] = code;
  }
  return { codeOfRow, codeCount: firstRow.length, firstRow: Uint32Array.from(firstRow) };
}

/**
 * Mixes a column's values into two running hashes a row (the multiply and rotate steps of
 * MurmurHash3).
 */
function mixIn(column: ArrayLike<number>, high: Uint32Array, low: Uint32Array): void {
  const value = new Float64Array(1);
  const bits = new Uint32Array(value.buffer);
  for (let row = 0; row < high.length; row++) {
    // 0 and -0 are one value, and so are all NaN.
    value[0] = Number.isNaN(column[row]) ? NaN : column[row] + 0;
    let h = Math.imul(bits[0] ^ high[row], 0xcc9e2d51);
    h = Math.imul(((h << 15) | (h >>> 17)) ^ bits[1], 0x1b873593);
    high[row] = (h << 13) | (h >>> 19);
    let l = Math.imul(bits[1] ^ low[row], 0x85ebca6b);
    l = Math.imul(l ^ (l >>> 13) ^ bits[0], 0xc2b2ae35);
    low[row] = l ^ (l >>> 16);
  }
}

function firstRows(codeOfRow: Uint32Array, codeCount: number): Uint32Array {
  const first = new Uint32Array(codeCount);
  // Codes are numbered in order of appearance, so the next new one is always the number seen so
  // far.
  for (let row = 0, seen = 0; row < codeOfRow.length && seen < codeCount; row++)
    if (codeOfRow[row] === seen) first[seen++] = row;
  return first;
}
