// Apart from what loads TensorFlow.js: a notebook's compiler reads these types, and its own take
// seconds to read.
/** Fastest first. */
export const NETWORK_BACKENDS = ["native", "wasm", "cpu"];
//# sourceMappingURL=network-backends.js.map