import { shapleyWeight } from "./shapley-weights.js";
/**
 * Exact interventional Shapley values of a tree's output, and pairwise interactions, of many rows
 * against a whole background at once. For a row x and a background row z the tree is a game that
 * ends in one leaf for each coalition S (x's values in S, z's elsewhere). A leaf is reached if and
 * only if S holds every player that only x satisfies on the leaf's path and none that only z
 * satisfies, so its part of the game has a closed form in those two sets (Lundberg et al., 2020).
 * Instead of walking pair by pair, rows and background go down the tree together, in groups that
 * satisfy the same players so far; each leaf then needs one sum a pair of groups, not of rows.
 */
export class TreeGame {
    explained;
    reference;
    share;
    playerOfFeature;
    sums;
    missing;
    background;
    rows;
    /** The player behind each bit of a mask, along the path to the current node. */
    playerOfBit;
    tree;
    scale = 1;
    single;
    withOthers;
    pairs;
    /**
     * @param share of each background row in the whole, adding up to 1 @param missing the code of a
     * missing value
     */
    constructor(explained, reference, share, playerOfFeature, sums, missing) {
        this.explained = explained;
        this.reference = reference;
        this.share = share;
        this.playerOfFeature = playerOfFeature;
        this.sums = sums;
        this.missing = missing;
        this.rows = new RowGroups(explained.count);
        this.background = new RowGroups(reference.count);
        this.playerOfBit = new Int32Array(sums.players);
        this.single = new Float64Array(sums.players);
        this.withOthers = new Float64Array(sums.players);
        this.pairs = new Float64Array(sums.players * sums.players);
    }
    /** Adds the values of one tree, its leaves times `scale`. */
    add(tree, scale) {
        this.tree = tree;
        this.scale = scale;
        this.descend(0, 0, this.rows.reset(), this.background.reset());
    }
    descend(node, bits, rows, background) {
        const { feature, left } = this.tree;
        if (feature[node] < 0)
            return this.addLeaf(node, bits, rows, background);
        const player = this.playerOfFeature[feature[node]];
        let bit = 0;
        while (bit < bits && this.playerOfBit[bit] !== player)
            bit++;
        const isNew = bit === bits;
        const flag = 1 << bit;
        const bitsBelow = isNew ? bits + 1 : bits;
        this.playerOfBit[bit] = player;
        const test = {
            code: this.tree.code[node],
            missingLeft: this.tree.missingLeft[node] === 1,
            missing: this.missing,
        };
        this.rows.split(rows, this.explained.codes[feature[node]], test, isNew ? 0 : flag);
        this.background.split(background, this.reference.codes[feature[node]], test, isNew ? 0 : flag);
        const full = 2 ** bitsBelow - 1;
        for (const goesLeft of [true, false]) {
            const rowsBelow = this.rows.enter(rows, flag, isNew, goesLeft);
            const backgroundBelow = this.background.enter(background, flag, isNew, goesLeft);
            this.rows.keepMet(rowsBelow, this.background, backgroundBelow, full);
            this.background.keepMet(backgroundBelow, this.rows, rowsBelow, full);
            if (rowsBelow.end > rowsBelow.start && backgroundBelow.end > backgroundBelow.start)
                this.descend(left[node] + (goesLeft ? 0 : 1), bitsBelow, rowsBelow, backgroundBelow);
        }
    }
    addLeaf(node, bits, rows, background) {
        const value = this.tree.value[node] * this.scale;
        const full = 2 ** bits - 1;
        const { sums } = this;
        if (value === 0 || bits === 0)
            return;
        const shares = this.background.sumOver(background, this.share);
        for (let group = rows.start; group < rows.end; group++) {
            const mask = this.rows.mask[group];
            const forbidden = full & ~mask;
            const forbiddenCount = bitCount(forbidden);
            this.single.fill(0, 0, bits);
            this.withOthers.fill(0, 0, bits);
            if (sums.interactions)
                this.pairs.fill(0, 0, bits * bits);
            let onForbidden = 0;
            let onForbiddenPair = 0;
            for (let other = background.start; other < background.end; other++) {
                const otherMask = this.background.mask[other];
                if ((mask | otherMask) !== full)
                    continue;
                const needed = mask & ~otherMask;
                const neededCount = bitCount(needed);
                const part = value * shares[other - background.start];
                if (forbiddenCount > 0)
                    onForbidden -= part * shapleyWeight(neededCount, forbiddenCount - 1);
                if (neededCount > 0) {
                    const weight = part * shapleyWeight(neededCount - 1, forbiddenCount);
                    for (let set = needed; set !== 0; set &= set - 1)
                        this.single[lowestBit(set)] += weight;
                }
                if (sums.interactions)
                    onForbiddenPair += this.addPairs(needed, neededCount, forbiddenCount, part, bits);
            }
            for (let set = forbidden; set !== 0; set &= set - 1)
                this.single[lowestBit(set)] = onForbidden;
            this.writeValues(group, bits);
            if (sums.interactions)
                this.writeInteractions(group, bits, forbidden, onForbiddenPair);
        }
    }
    /**
     * Adds a pair of groups to the joint effects; returns what two forbidden players have together.
     */
    addPairs(needed, neededCount, forbiddenCount, part, bits) {
        if (neededCount > 0 && forbiddenCount > 0) {
            const mixed = part * shapleyWeight(neededCount - 1, forbiddenCount - 1);
            for (let set = needed; set !== 0; set &= set - 1)
                this.withOthers[lowestBit(set)] -= mixed;
        }
        if (neededCount > 1) {
            const joint = part * shapleyWeight(neededCount - 2, forbiddenCount);
            for (let set = needed; set !== 0; set &= set - 1) {
                const first = lowestBit(set) * bits;
                for (let rest = set & (set - 1); rest !== 0; rest &= rest - 1)
                    this.pairs[first + lowestBit(rest)] += joint;
            }
        }
        return forbiddenCount > 1 ? part * shapleyWeight(neededCount, forbiddenCount - 2) : 0;
    }
    writeValues(group, bits) {
        const { players, values } = this.sums;
        const { order, from, to } = this.rows;
        for (let i = from[group]; i < to[group]; i++) {
            const at = order[i] * players;
            for (let bit = 0; bit < bits; bit++)
                values[at + this.playerOfBit[bit]] += this.single[bit];
        }
    }
    writeInteractions(group, bits, forbidden, onForbiddenPair) {
        const { players } = this.sums;
        const interactions = this.sums.interactions;
        const { order, from, to } = this.rows;
        for (let first = 0; first < bits; first++) {
            for (let second = first + 1; second < bits; second++) {
                const firstForbidden = (forbidden >>> first) & 1;
                const secondForbidden = (forbidden >>> second) & 1;
                const joint = firstForbidden & secondForbidden
                    ? onForbiddenPair
                    : firstForbidden
                        ? this.withOthers[second]
                        : secondForbidden
                            ? this.withOthers[first]
                            : this.pairs[first * bits + second];
                if (joint === 0)
                    continue;
                const one = this.playerOfBit[first];
                const other = this.playerOfBit[second];
                const at = one < other ? one * players + other : other * players + one;
                for (let i = from[group]; i < to[group]; i++)
                    interactions[order[i] * players * players + at] += joint;
            }
        }
    }
}
/**
 * Rows in groups of equal mask, a stack of groups for the path from the root. A group is a stretch
 * of `order`; splitting it only reorders rows inside, so that the groups further up stay what they
 * are, and both children can use the halves.
 */
class RowGroups {
    count;
    order;
    mask = new Int32Array(256);
    from = new Int32Array(256);
    to = new Int32Array(256);
    /** Where the rows that go right begin, in a group that was split. */
    middle = new Int32Array(256);
    moved;
    constructor(count) {
        this.count = count;
        this.order = Int32Array.from({ length: count }, (_, row) => row);
        this.moved = new Int32Array(count);
    }
    /** All rows in one group: none has met a condition yet. */
    reset() {
        this.mask[0] = 0;
        this.from[0] = 0;
        this.to[0] = this.count;
        return { start: 0, end: 1 };
    }
    /**
     * Puts the rows that go left first in each group whose mask holds `onlyWith` (0: in every group).
     */
    split({ start, end }, codes, { code, missingLeft, missing }, onlyWith) {
        const { order, moved } = this;
        for (let group = start; group < end; group++) {
            if ((this.mask[group] & onlyWith) !== onlyWith)
                continue;
            let left = this.from[group];
            let right = 0;
            for (let i = this.from[group]; i < this.to[group]; i++) {
                const row = order[i];
                const own = codes[row];
                if (own === missing ? missingLeft : own <= code)
                    order[left++] = row;
                else
                    moved[right++] = row;
            }
            this.middle[group] = left;
            for (let i = 0; i < right; i++)
                order[left + i] = moved[i];
        }
    }
    /**
     * The groups of one child, on top of the stack: those that go there keep or get the flag, the
     * others lose it.
     */
    enter({ start, end }, flag, isNew, goesLeft) {
        if (this.mask.length < end + 2 * (end - start))
            this.grow(2 * (end + 2 * (end - start)));
        const { mask, from, to, middle } = this;
        let top = end;
        const push = (groupMask, first, last) => {
            if (first === last)
                return;
            mask[top] = groupMask;
            from[top] = first;
            to[top++] = last;
        };
        for (let group = start; group < end; group++) {
            const own = mask[group];
            if (!isNew && (own & flag) === 0)
                push(own, from[group], to[group]);
            else {
                push(goesLeft ? own | flag : own & ~flag, from[group], middle[group]);
                push(goesLeft ? own & ~flag : own | flag, middle[group], to[group]);
            }
        }
        return { start: end, end: top };
    }
    /**
     * Drops groups that no group of the other side completes: no coalition of theirs comes by here.
     */
    keepMet(range, others, { start, end }, full) {
        let kept = range.start;
        for (let group = range.start; group < range.end; group++) {
            let other = start;
            while (other < end && (this.mask[group] | others.mask[other]) !== full)
                other++;
            if (other === end)
                continue;
            this.mask[kept] = this.mask[group];
            this.from[kept] = this.from[group];
            this.to[kept++] = this.to[group];
        }
        range.end = kept;
    }
    /** For each group of a range, the sum over its rows. */
    sumOver({ start, end }, values) {
        const sums = new Float64Array(end - start);
        for (let group = start; group < end; group++) {
            for (let i = this.from[group]; i < this.to[group]; i++)
                sums[group - start] += values[this.order[i]];
        }
        return sums;
    }
    grow(size) {
        const moved = (from) => {
            const into = new Int32Array(size);
            into.set(from);
            return into;
        };
        this.mask = moved(this.mask);
        this.from = moved(this.from);
        this.to = moved(this.to);
        this.middle = moved(this.middle);
    }
}
function lowestBit(set) {
    return 31 - Math.clz32(set & -set);
}
function bitCount(set) {
    let pairs = set - ((set >>> 1) & 0x55555555);
    pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
//# sourceMappingURL=tree-shapley.js.map