import { TooFewRowsError, createRandom } from "../statistics/index.js";
import {
  checkShares,
  DEFAULT_SHARES,
  hasBothClasses,
  sharesName,
  type Split,
  type SplitShares,
} from "./split.js";
import { splitsByFold } from "./stratified-split.js";

/**
 * Splits rows so that every group (a context cell, say) lies whole in one part: groups are shuffled
 * and each goes to the part that is furthest below its share of the rows. (Not the largest groups
 * first: that would even out the parts better, but always train on the same large groups.)
 * `groupOfRow` holds codes from 0 up; `what` names the groups.
 */
export function groupSplit(
  groupOfRow: Uint32Array,
  shares: SplitShares = DEFAULT_SHARES,
  seed: number | string = 42,
  what = "groups",
): Split {
  checkShares(shares);
  const targets = [shares.train, shares.validation, shares.test];
  const partOfGroup = assignGroups(groupOfRow, targets, seed);
  const parts: number[][] = [[], [], []];
  for (let row = 0; row < groupOfRow.length; row++) parts[partOfGroup[groupOfRow[row]]].push(row);
  if (parts[0].length === 0 || parts[2].length === 0)
    throw new TooFewRowsError(
      `there are too few ${what} to keep them whole in a ${sharesName(shares)} split`,
    );
  const [train, validation, test] = parts.map((rows) => Uint32Array.from(rows));
  return { name: `whole ${what} ${sharesName(shares)}`, train, validation, test };
}

/** k-fold with whole groups: each group is in the test part of exactly one of `folds` splits. */
export function groupFolds(
  groupOfRow: Uint32Array,
  folds: number,
  seed: number | string = 42,
  what = "groups",
): Split[] {
  if (!(Number.isInteger(folds) && folds >= 2))
    throw new RangeError(`a number of folds is 2 or more, not ${folds}`);
  const groups = groupSizes(groupOfRow).filter((size) => size > 0).length;
  if (groups < folds)
    throw new TooFewRowsError(`${folds} folds need ${folds} ${what}, and there are ${groups}`);
  const foldOfGroup = assignGroups(groupOfRow, new Array<number>(folds).fill(1 / folds), seed);
  return splitsByFold(
    groupOfRow.map((group) => foldOfGroup[group]),
    folds,
    (fold) => `whole ${what}, fold ${fold + 1} of ${folds}`,
  );
}

/**
 * k-fold with whole blocks of time; null where there are fewer blocks than folds, or one of the
 * folds would leave a single class to learn from.
 */
export function blockFolds(
  blockOfRow: Uint32Array,
  label: Uint8Array,
  folds: number,
  seed: number,
): Split[] | null {
  if (new Set(blockOfRow).size < folds) return null;
  const splits = groupFolds(blockOfRow, folds, seed, "blocks of time");
  return splits.every(({ train }) => hasBothClasses(label, train)) ? splits : null;
}

/**
 * One split a group, its rows the test part: how good is a model in a window, at a size or under a
 * pattern it never saw?
 */
export function leaveOneGroupOut(groupOfRow: Uint32Array, names?: readonly string[]): Split[] {
  const sizes = groupSizes(groupOfRow);
  const present = Array.from(sizes.keys()).filter((group) => sizes[group] > 0);
  if (present.length < 2)
    throw new TooFewRowsError(
      "leaving one group out needs two groups, and there " +
        `${present.length === 1 ? "is 1" : "are none"}`,
    );
  const fold = new Map(present.map((group, index) => [group, index]));
  return splitsByFold(
    Uint32Array.from(groupOfRow, (group) => fold.get(group)!),
    present.length,
    (index) => `without ${names?.[present[index]] ?? `group ${present[index]}`}`,
  );
}

/**
 * Forward in time: rows in order of their time are cut into `folds + 1` equal blocks; split k
 * trains on the first k blocks and tests on the next. Rows of the same instant stay together, so no
 * row is tested on a model that saw its time or later. Rows are in the order of time.
 */
export function forwardInTime(timestampMs: Float64Array, folds: number): Split[] {
  const rows = timestampMs.length;
  if (!(Number.isInteger(folds) && folds >= 1 && folds < rows))
    throw new TooFewRowsError(`${rows} rows cannot be split forward in time ${folds} times`);
  const byTime = Uint32Array.from(timestampMs, (_, row) => row).sort(
    (a, b) => timestampMs[a] - timestampMs[b] || a - b,
  );
  const cuts = Array.from({ length: folds + 2 }, (_, block) => {
    let cut = Math.round((block * rows) / (folds + 1));
    while (cut > 0 && cut < rows && timestampMs[byTime[cut]] === timestampMs[byTime[cut - 1]])
      cut++;
    return cut;
  });
  return Array.from({ length: folds }, (_, fold) => {
    const train = byTime.slice(0, cuts[fold + 1]);
    const test = byTime.slice(cuts[fold + 1], cuts[fold + 2]);
    if (test.length === 0)
      throw new TooFewRowsError(
        `too many rows share a time for ${folds} splits forward in time; ask for fewer`,
      );
    return {
      name: `forward in time, block ${fold + 2} of ${folds + 1}`,
      train,
      validation: new Uint32Array(0),
      test,
    };
  });
}

/**
 * The part of each group: shuffled groups go, one by one, to the part that is furthest below its
 * share of the rows.
 */
function assignGroups(
  groupOfRow: Uint32Array,
  shares: number[],
  seed: number | string,
): Uint32Array {
  const sizes = groupSizes(groupOfRow);
  const total = groupOfRow.length;
  const order = createRandom(seed).fork("groups").shuffle(Array.from(sizes.keys()));
  const filled = new Float64Array(shares.length);
  const partOfGroup = new Uint32Array(sizes.length);
  for (const group of order) {
    let emptiest = 0;
    for (let part = 1; part < shares.length; part++) {
      if (shares[part] * total - filled[part] > shares[emptiest] * total - filled[emptiest])
        emptiest = part;
    }
    partOfGroup[group] = emptiest;
    filled[emptiest] += sizes[group];
  }
  return partOfGroup;
}

function groupSizes(groupOfRow: Uint32Array): number[] {
  const sizes: number[] = [];
  for (const group of groupOfRow) {
    while (sizes.length <= group) sizes.push(0);
    sizes[group]++;
  }
  return sizes;
}
