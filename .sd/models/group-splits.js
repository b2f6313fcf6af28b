import { createRandom } from "../statistics/index.js";
import { checkShares, DEFAULT_SHARES, sharesName } from "./split.js";
import { splitsByFold } from "./stratified-split.js";
/**
 * Splits rows so that every group (a context cell, say) lies whole in one part: groups are shuffled
 * and each goes to the part that is furthest below its share of the rows. (Not the largest groups
 * first: that would even out the parts better, but always train on the same large groups.)
 * `groupOfRow` holds codes from 0 up; `what` names the groups.
 */
export function groupSplit(groupOfRow, shares = DEFAULT_SHARES, seed = 42, what = "groups") {
    checkShares(shares);
    const targets = [shares.train, shares.validation, shares.test];
    const partOfGroup = assignGroups(groupOfRow, targets, seed);
    const parts = [[], [], []];
    for (let row = 0; row < groupOfRow.length; row++)
        parts[partOfGroup[groupOfRow[row]]].push(row);
    if (parts[0].length === 0 || parts[2].length === 0)
        throw new RangeError(`there are too few ${what} to keep them whole in a ${sharesName(shares)} split`);
    const [train, validation, test] = parts.map((rows) => Uint32Array.from(rows));
    return { name: `whole ${what} ${sharesName(shares)}`, train, validation, test };
}
/** k-fold with whole groups: each group is in the test part of exactly one of `folds` splits. */
export function groupFolds(groupOfRow, folds, seed = 42, what = "groups") {
    if (!(Number.isInteger(folds) && folds >= 2))
        throw new RangeError(`a number of folds is 2 or more, not ${folds}`);
    const groups = groupSizes(groupOfRow).filter((size) => size > 0).length;
    if (groups < folds)
        throw new RangeError(`${folds} folds need ${folds} ${what}, and there are ${groups}`);
    const foldOfGroup = assignGroups(groupOfRow, new Array(folds).fill(1 / folds), seed);
    return splitsByFold(groupOfRow.map((group) => foldOfGroup[group]), folds, (fold) => `whole ${what}, fold ${fold + 1} of ${folds}`);
}
/**
 * One split a group, its rows the test part: how good is a model in a window, at a size or under a
 * pattern it never saw?
 */
export function leaveOneGroupOut(groupOfRow, names) {
    const sizes = groupSizes(groupOfRow);
    const present = Array.from(sizes.keys()).filter((group) => sizes[group] > 0);
    if (present.length < 2)
        throw new RangeError("leaving one group out needs two groups, and there " +
            `${present.length === 1 ? "is 1" : "are none"}`);
    const fold = new Map(present.map((group, index) => [group, index]));
    return splitsByFold(Uint32Array.from(groupOfRow, (group) => fold.get(group)), present.length, (index) => `without ${names?.[present[index]] ?? `group ${present[index]}`}`);
}
/**
 * Forward in time: rows in order of their time are cut into `folds + 1` equal blocks; split k
 * trains on the first k blocks and tests on the next. Rows of the same instant stay together, so no
 * row is tested on a model that saw its time or later. Rows are in the order of time.
 */
export function forwardInTime(timestampMs, folds) {
    const rows = timestampMs.length;
    if (!(Number.isInteger(folds) && folds >= 1 && folds < rows))
        throw new RangeError(`${rows} rows cannot be split forward in time ${folds} times`);
    const byTime = Uint32Array.from(timestampMs, (_, row) => row).sort((a, b) => timestampMs[a] - timestampMs[b] || a - b);
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
            throw new RangeError(`too many rows share a time for ${folds} splits forward in time; ask for fewer`);
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
function assignGroups(groupOfRow, shares, seed) {
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
function groupSizes(groupOfRow) {
    const sizes = [];
    for (const group of groupOfRow) {
        while (sizes.length <= group)
            sizes.push(0);
        sizes[group]++;
    }
    return sizes;
}
//# sourceMappingURL=group-splits.js.map