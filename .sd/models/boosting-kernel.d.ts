/**
 * Boosting's inner loops as WebAssembly with 128-bit vectors; lib/wasm/boosting.ts is their source
 * and says what each does. All but `units`, `scale`, `value` and the counts are addresses in the
 * memory.
 */
export interface BoostingKernel {
    derive(from: number, to: number, scores: number, weights: number, positives: number, derivatives: number, packed: number, units: number, rows: number): number;
    countEight(rows: number, rowCount: number, codes: number, packed: number, histogram: number): void;
    add(to: number, by: number, bytes: number): void;
    subtract(to: number, by: number, bytes: number): void;
    clear(from: number, bytes: number): void;
    partition(rows: number, rowCount: number, spare: number, codes: number, limit: number, shift: number): number;
    sumLeaf(rows: number, rowCount: number, derivatives: number, weights: number, scale: number, sums: number): void;
    addToScores(rows: number, rowCount: number, scores: number, value: number): void;
}
/** Below this address the kernel keeps constants of its own. */
export declare const KERNEL_BYTES = 4096;
/** The kernel, working on this memory. */
export declare function boostingKernel(memory: WebAssembly.Memory): BoostingKernel;
