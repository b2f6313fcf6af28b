import { LEAF_BYTES } from "./boosting-memory.js";
/**
 * Sums the derivatives themselves over each leaf's rows (not the coarser copies that histograms add
 * up), as whole numbers of a very small unit, so that they too are the same for any number of
 * threads. Threads wait for each other.
 * @param rows where this thread's list of rows starts @param scale units per 1, as `leafScale` gave
 *   them
 */
export function sumLeaves(member, leaves, rows, scale) {
    const { memory, thread, kernel, whole } = member;
    const { threads, leafSums, derivatives, weights } = memory;
    leaves.forEach(({ start, count }, leaf) => kernel.sumLeaf(rows + 4 * start, count, derivatives, weights, scale, leafSums + (leaf * threads + thread) * LEAF_BYTES));
    member.wait();
    return leaves.map((_, leaf) => {
        const at = leafSums + leaf * threads * LEAF_BYTES;
        return {
            gradient: total(whole, at, threads) / scale,
            hessian: total(whole, at + 8, threads) / scale,
            cover: total(whole, at + 16, threads) / scale,
        };
    });
}
/** The sum of a whole number of 64 bits a thread, rounded once. */
function total(whole, at, threads) {
    let upper = 0;
    let lower = 0;
    for (let thread = 0; thread < threads; thread++) {
        const word = (at + thread * LEAF_BYTES) >> 2;
        lower += whole[word] >>> 0;
        upper += whole[word + 1];
    }
    return upper * 2 ** 32 + lower;
}
/** Units in which leaves are summed: no row above 2^50 of them, all rows below 2^62. */
export function leafScale(weight, heaviestRow) {
    return 2 ** Math.min(Math.floor(61 - Math.log2(weight)), Math.floor(50 - Math.log2(heaviestRow)));
}
//# sourceMappingURL=boosting-leaves.js.map