import { ECS, LAMBDA, NO_PLATFORM } from "../campaign/index.js";
import type { Requests } from "./requests.js";

/**
 * The pairs of a duet: requests that were sent to both platforms at the same moment, with the same
 * body. One entry a pair, in the order of its first row.
 */
export interface Pairs {
  count: number;
  /** Rows of the two halves. */
  ecsRow: Uint32Array;
  lambdaRow: Uint32Array;
  /**
   * Row of the half that was sent first: where the pair stands when it is treated as one request.
   */
  firstRow: Uint32Array;
  /** Rows with a pair id whose other half is not in the logs, or names no platform. */
  halvesAlone: Uint32Array;
  /** Rows that repeat a half which was there already. */
  repeated: Uint32Array;
}

/** Whether any request of a campaign was sent to both platforms. */
export function isPaired(requests: Pick<Requests, "pairIdHash">): boolean {
  return requests.pairIdHash.some((id) => !Number.isNaN(id));
}

/** Finds the two halves of each pair by `pair_id`. Requests without one are in no pair. */
export function findPairs(requests: Requests): Pairs {
  const { rowCount, pairIdHash, platform } = requests;
  const codes = new PairCodes(pairIdHash);
  const sides = [ECS, LAMBDA].map(() => new Int32Array(codes.rowsInPairs).fill(NO_ROW));
  const alone: number[] = [];
  const repeated: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (Number.isNaN(pairIdHash[row])) continue;
    if (platform[row] === NO_PLATFORM) {
      alone.push(row);
      continue;
    }
    const pair = codes.codeOf(pairIdHash[row]);
    const rows = sides[platform[row]];
    if (rows[pair] === NO_ROW) rows[pair] = row;
    else repeated.push(row);
  }
  const [ecs, lambda] = sides.map((rows) => rows.subarray(0, codes.count));
  return wholePairs(requests, ecs, lambda, alone, repeated);
}

const NO_ROW = -1;

function wholePairs(
  { sentFirst }: Requests,
  ecs: Int32Array,
  lambda: Int32Array,
  alone: number[],
  repeated: readonly number[],
): Pairs {
  let count = 0;
  const [ecsRow, lambdaRow, firstRow] = [0, 1, 2].map(() => new Uint32Array(ecs.length));
  for (let pair = 0; pair < ecs.length; pair++) {
    if (ecs[pair] === NO_ROW || lambda[pair] === NO_ROW) {
      alone.push(Math.max(ecs[pair], lambda[pair]));
      continue;
    }
    ecsRow[count] = ecs[pair];
    lambdaRow[count] = lambda[pair];
    // Where the order was not logged the ECS half stands for the pair.
    firstRow[count++] = sentFirst[lambda[pair]] === 1 ? lambda[pair] : ecs[pair];
  }
  return {
    count,
    ecsRow: ecsRow.subarray(0, count),
    lambdaRow: lambdaRow.subarray(0, count),
    firstRow: firstRow.subarray(0, count),
    halvesAlone: Uint32Array.from(alone).sort(),
    repeated: Uint32Array.from(repeated),
  };
}

/**
 * Numbers pair ids from 0 in the order they are met: an open-addressing table, since a Map ends at
 * 16.7 million keys.
 */
class PairCodes {
  readonly rowsInPairs: number;
  count = 0;
  private readonly ids: Float64Array;
  private readonly codes: Uint32Array;

  constructor(pairIdHash: Float64Array) {
    let rows = 0;
    for (const id of pairIdHash) rows += Number(!Number.isNaN(id));
    this.rowsInPairs = rows;
    const places = 2 ** Math.ceil(Math.log2(1.5 * rows + 2));
    this.ids = new Float64Array(places).fill(NaN);
    this.codes = new Uint32Array(places);
  }

  codeOf(id: number): number {
    const { ids, codes } = this;
    let at = placeOf(id) & (ids.length - 1);
    while (!Number.isNaN(ids[at])) {
      if (ids[at] === id) return codes[at];
      if (++at === ids.length) at = 0;
    }
    ids[at] = id;
    return (codes[at] = this.count++);
  }
}

/**
 * Where a whole number below 2^53 is first looked for: its halves mixed by the finaliser of
 * MurmurHash3 (Appleby), so that ids which differ in a few bits only lie far apart.
 */
function placeOf(id: number): number {
  let bits = (id | 0) ^ Math.imul((id / 2 ** 32) | 0, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
