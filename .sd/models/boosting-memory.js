import { KERNEL_BYTES } from "./boosting-kernel.js";
/**
 * Rows that one thread takes at a time. Rounding is carried on within a block only, so that no
 * thread waits for another.
 */
export const BLOCK_ROWS = 2048;
/**
 * Bytes of one feature's histogram: 256 bins, the last for missing values, of gradient and hessian.
 */
export const COLUMN_BYTES = 2048;
/** Features whose codes lie side by side, and whose histograms are filled in one pass. */
export const GROUP_FEATURES = 8;
const GROUP_BYTES = GROUP_FEATURES * COLUMN_BYTES;
/**
 * As much as a thread's histograms may take. With fewer than the nodes of a level, some are counted
 * anew.
 */
const HISTOGRAM_BYTES = 2 ** 25;
/** Bytes of the root's sums, of a split and of a leaf's sums, as threads tell each other. */
export const ROOT_BYTES = 24;
export const SPLIT_BYTES = 48;
export const LEAF_BYTES = 32;
/**
 * Lays out the memory for a table and fills in what stays: codes; and, as long as nobody samples
 * rows, weights.
 */
export function layOutBoosting(table, { maxDepth, threads, scalePosWeight, baseScore, }) {
    // Derivatives are computed two rows at a time: an odd last one has a neighbour of weight 0.
    const { codes } = table;
    const rowCount = table.rowCount + (table.rowCount % 2);
    const groupCount = Math.ceil(codes.length / GROUP_FEATURES);
    const leaves = Math.min(2 ** maxDepth, rowCount);
    const slots = Math.max(2, Math.min(Math.ceil(leaves / 2), Math.floor(HISTOGRAM_BYTES / (groupCount * GROUP_BYTES))));
    const rowsPerThread = Math.ceil(Math.ceil(rowCount / BLOCK_ROWS) / threads) * BLOCK_ROWS;
    let end = KERNEL_BYTES;
    const take = (bytes) => {
        const at = end;
        end += Math.ceil((bytes + 8) / 64) * 64;
        return at;
    };
    const layout = {
        threads,
        rowCount,
        featureCount: codes.length,
        slots,
        rowsPerThread,
        scores: take(8 * rowCount),
        weights: take(8 * rowCount),
        positives: take(8 * rowCount),
        derivatives: take(16 * rowCount),
        packed: take(8 * rowCount),
        rows: take(4 * (rowsPerThread + 16) * threads),
        spareRows: take(4 * (rowsPerThread + 16) * threads),
        columns: take(rowCount * codes.length),
        groups: take(rowCount * groupCount * GROUP_FEATURES),
        histograms: take(threads * slots * groupCount * GROUP_BYTES),
        rootSums: take(ROOT_BYTES * threads),
        splits: take(SPLIT_BYTES * slots * threads),
        wentLeft: take(4 * slots * threads),
        leafSums: take(LEAF_BYTES * leaves * threads),
        barrier: take(8),
    };
    const pages = Math.ceil(end / 65536);
    if (pages > 65536)
        throw new RangeError(`boosting ${table.rowCount} rows x ${codes.length} features takes ` +
            `${(end / 2 ** 30).toFixed(1)} GiB, and WebAssembly has 4: fit on a sample of the rows`);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    fill({ memory, ...layout }, table, scalePosWeight, baseScore);
    return { memory, ...layout };
}
function fill({ memory: { buffer }, rowCount, scores, weights, positives, columns, groups }, { codes, ...table }, scalePosWeight, baseScore) {
    new Float64Array(buffer, scores, rowCount).fill(baseScore);
    const weight = new Float64Array(buffer, weights, rowCount);
    const positive = new Float64Array(buffer, positives, rowCount);
    const bytes = new Uint8Array(buffer);
    for (let row = 0; row < table.rowCount; row++) {
        positive[row] = scalePosWeight * table.positives[row];
        weight[row] = table.negatives[row] + positive[row];
    }
    codes.forEach((column, f) => {
        bytes.set(column, columns + f * rowCount);
        const to = groupOf({ groups, rowCount }, f) + (f % GROUP_FEATURES);
        for (let row = 0; row < table.rowCount; row++)
            bytes[to + GROUP_FEATURES * row] = column[row];
    });
}
/** Where the codes of the group start that holds a feature. */
export function groupOf({ groups, rowCount }, feature) {
    return groups + Math.floor(feature / GROUP_FEATURES) * rowCount * GROUP_FEATURES;
}
/** Where a thread's histogram in a slot starts. */
export function histogramAt({ histograms, slots, featureCount }, thread, slot) {
    return (histograms + (thread * slots + slot) * Math.ceil(featureCount / GROUP_FEATURES) * GROUP_BYTES);
}
//# sourceMappingURL=boosting-memory.js.map