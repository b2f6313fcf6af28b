/**
 * What computes: "native" (tfjs-node's C++), "wasm" (SIMD, one thread), "cpu" (plain JavaScript).
 */
export type NetworkBackend = "native" | "wasm" | "cpu";
/** Fastest first. */
export declare const NETWORK_BACKENDS: readonly NetworkBackend[];
