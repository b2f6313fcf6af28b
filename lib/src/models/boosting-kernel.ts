import { BOOSTING_KERNEL } from "./boosting-kernel-bytes.js";

/**
 * Boosting's inner loops as WebAssembly with 128-bit vectors; lib/wasm/boosting.ts is their source
 * and says what each does. All but `units`, `scale`, `value` and the counts are addresses in the
 * memory.
 */
export interface BoostingKernel {
  derive(
    from: number,
    to: number,
    scores: number,
    weights: number,
    positives: number,
    derivatives: number,
    packed: number,
    units: number,
    rows: number,
  ): number;
  countEight(
    rows: number,
    rowCount: number,
    codes: number,
    packed: number,
    histogram: number,
  ): void;
  add(to: number, by: number, bytes: number): void;
  subtract(to: number, by: number, bytes: number): void;
  clear(from: number, bytes: number): void;
  partition(
    rows: number,
    rowCount: number,
    spare: number,
    codes: number,
    limit: number,
    shift: number,
  ): number;
  sumLeaf(
    rows: number,
    rowCount: number,
    derivatives: number,
    weights: number,
    scale: number,
    sums: number,
  ): void;
  addToScores(rows: number, rowCount: number, scores: number, value: number): void;
}

/** Below this address the kernel keeps constants of its own. */
export const KERNEL_BYTES = 4096;

let compiled: WebAssembly.Module | null = null;

/** The kernel, working on this memory. */
export function boostingKernel(memory: WebAssembly.Memory): BoostingKernel {
  compiled ??= new WebAssembly.Module(Buffer.from(BOOSTING_KERNEL, "base64"));
  return new WebAssembly.Instance(compiled, { env: { memory } })
    .exports as unknown as BoostingKernel;
}
