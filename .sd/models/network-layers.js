/**
 * The network's output for each row of `inputs` (rows x sizes[0], row-major), in double precision
 * whatever fitted it.
 */
export function networkLogOdds({ sizes, weights, biases }, inputs) {
    const rows = inputs.length / sizes[0];
    const logOdds = new Float64Array(rows);
    const layers = sizes.map((units) => new Float64Array(units));
    for (let row = 0; row < rows; row++) {
        for (let i = 0; i < sizes[0]; i++)
            layers[0][i] = inputs[row * sizes[0] + i];
        for (let l = 0; l < weights.length; l++) {
            const from = layers[l];
            const to = layers[l + 1];
            const units = to.length;
            const matrix = weights[l];
            to.set(biases[l]);
            for (let i = 0; i < from.length; i++) {
                const value = from[i];
                // About half of a rectified layer is zero.
                if (value !== 0)
                    for (let j = 0; j < units; j++)
                        to[j] += value * matrix[i * units + j];
            }
            if (l < weights.length - 1)
                for (let j = 0; j < units; j++)
                    if (to[j] < 0)
                        to[j] = 0;
        }
        logOdds[row] = layers[layers.length - 1][0];
    }
    return logOdds;
}
/** All weights and biases one after the other, layer by layer. */
export function packLayers({ weights, biases }) {
    const blocks = weights.flatMap((matrix, l) => [matrix, biases[l]]);
    const packed = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0));
    let offset = 0;
    for (const block of blocks) {
        packed.set(block, offset);
        offset += block.length;
    }
    return new Uint8Array(packed.buffer);
}
export function unpackLayers(sizes, binary) {
    const numbers = new Float32Array(binary.slice().buffer);
    const weights = [];
    const biases = [];
    let offset = 0;
    const take = (length) => numbers.slice(offset, (offset += length));
    for (let l = 1; l < sizes.length; l++) {
        weights.push(take(sizes[l - 1] * sizes[l]));
        biases.push(take(sizes[l]));
    }
    return { sizes: [...sizes], weights, biases };
}
//# sourceMappingURL=network-layers.js.map