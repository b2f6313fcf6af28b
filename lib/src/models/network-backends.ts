// Apart from what loads TensorFlow.js: a notebook's compiler reads these types, and its own take
// seconds to read.

/**
 * What computes: "native" (tfjs-node's C++), "wasm" (SIMD, one thread), "cpu" (plain JavaScript).
 */
export type NetworkBackend = "native" | "wasm" | "cpu";

/** Fastest first. */
export const NETWORK_BACKENDS: readonly NetworkBackend[] = ["native", "wasm", "cpu"];
