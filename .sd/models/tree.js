/**
 * The highest value that goes left at a node; Infinity where the split is between missing and not
 * missing.
 */
export function thresholdOf({ bins, trees }, tree, node) {
    const { feature, code } = trees[tree];
    const { edges } = bins[feature[node]];
    return code[node] < edges.length ? edges[code[node]] : Infinity;
}
/** Levels below the root: 0 for a tree that is one leaf. */
export function treeDepth({ feature, left }) {
    const depth = new Int32Array(feature.length);
    let deepest = 0;
    // Children come after their parents, so one pass is enough.
    for (let node = 0; node < feature.length; node++) {
        if (feature[node] < 0)
            continue;
        depth[left[node]] = depth[left[node] + 1] = depth[node] + 1;
        deepest = Math.max(deepest, depth[node] + 1);
    }
    return deepest;
}
/** A tree under construction: room that doubles when it runs out. */
export class TreeBuilder {
    feature = new Int32Array(64);
    code = new Uint8Array(64);
    missingLeft = new Uint8Array(64);
    left = new Int32Array(64);
    value = new Float64Array(64);
    cover = new Float64Array(64);
    size = 1;
    setLeaf(node, value, cover) {
        this.feature[node] = -1;
        this.value[node] = value;
        this.cover[node] = cover;
    }
    /** Makes a node an inner one and returns its left child; the right one is the next. */
    setSplit(node, feature, code, missingLeft) {
        const left = this.size;
        if (left + 2 > this.feature.length)
            this.grow();
        this.feature[node] = feature;
        this.code[node] = code;
        this.missingLeft[node] = missingLeft ? 1 : 0;
        this.left[node] = left;
        this.size += 2;
        return left;
    }
    finish() {
        const { feature, code, missingLeft, left, value, cover, size } = this;
        return {
            feature: feature.slice(0, size),
            code: code.slice(0, size),
            missingLeft: missingLeft.slice(0, size),
            left: left.slice(0, size),
            value: value.slice(0, size),
            cover: cover.slice(0, size),
        };
    }
    grow() {
        const capacity = 2 * this.feature.length;
        const moved = (into, from) => {
            into.set(from);
            return into;
        };
        this.feature = moved(new Int32Array(capacity), this.feature);
        this.code = moved(new Uint8Array(capacity), this.code);
        this.missingLeft = moved(new Uint8Array(capacity), this.missingLeft);
        this.left = moved(new Int32Array(capacity), this.left);
        this.value = moved(new Float64Array(capacity), this.value);
        this.cover = moved(new Float64Array(capacity), this.cover);
    }
}
//# sourceMappingURL=tree.js.map