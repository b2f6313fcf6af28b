/**
 * The ensemble's numbers in one block, wider ones first so that each stays aligned: edges; values,
 * covers; features, left children; codes, missing directions.
 */
export function packEnsemble({ bins, trees }) {
    const parts = [
        ...bins.map(({ edges }) => edges),
        ...PARTS.flatMap(({ name }) => trees.map((tree) => tree[name])),
    ];
    const binary = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
    let at = 0;
    for (const part of parts) {
        binary.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
        at += part.byteLength;
    }
    return {
        shape: {
            edgeCounts: bins.map(({ edges }) => edges.length),
            hasMissing: bins.map(({ hasMissing }) => hasMissing),
            nodeCounts: trees.map(({ feature }) => feature.length),
        },
        binary,
    };
}
/** Reads back what `packEnsemble` wrote. Throws where the block's length does not fit its shape. */
export function unpackEnsemble({ edgeCounts, hasMissing, nodeCounts }, binary) {
    const nodes = sum(nodeCounts);
    const expected = 8 * sum(edgeCounts) + nodes * sum(PARTS.map(({ type }) => type.BYTES_PER_ELEMENT));
    if (binary.length !== expected)
        throw new RangeError(`the block of trees has ${binary.length} bytes where its header says ${expected}; save ` +
            "the model again");
    // A copy starts at an aligned address, wherever the block came from.
    const buffer = binary.slice().buffer;
    let at = 0;
    const take = (type, length) => {
        const part = new type(buffer, at, length);
        at += length * type.BYTES_PER_ELEMENT;
        return part;
    };
    const bins = edgeCounts.map((count, f) => ({
        edges: take(Float64Array, count),
        hasMissing: hasMissing[f],
    }));
    const trees = nodeCounts.map(() => ({}));
    for (const { name, type } of PARTS)
        trees.forEach((tree, t) => Object.assign(tree, { [name]: take(type, nodeCounts[t]) }));
    return { bins, trees };
}
const PARTS = [
    { name: "value", type: Float64Array },
    { name: "cover", type: Float64Array },
    { name: "feature", type: Int32Array },
    { name: "left", type: Int32Array },
    { name: "code", type: Uint8Array },
    { name: "missingLeft", type: Uint8Array },
];
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}
//# sourceMappingURL=tree-artefact.js.map