/**
 * A dense network with rectified linear hidden layers and one linear output, the log-odds of label
 * 1.
 */
export interface NetworkLayers {
    /** Units a layer: inputs, hidden layers, 1. */
    sizes: number[];
    /** A matrix (from x to, row-major) and a vector (to) for each step between layers. */
    weights: Float32Array[];
    biases: Float32Array[];
}
/**
 * The network's output for each row of `inputs` (rows x sizes[0], row-major), in double precision
 * whatever fitted it.
 */
export declare function networkLogOdds({ sizes, weights, biases }: NetworkLayers, inputs: Float64Array | Float32Array): Float64Array;
/** All weights and biases one after the other, layer by layer. */
export declare function packLayers({ weights, biases }: NetworkLayers): Uint8Array;
export declare function unpackLayers(sizes: number[], binary: Uint8Array): NetworkLayers;
