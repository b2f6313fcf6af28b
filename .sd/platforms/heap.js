/**
 * A binary min-heap of (key, value) pairs in typed arrays; equal keys leave in no defined order.
 */
export class MinHeap {
    keys = new Float64Array(64);
    values = new Int32Array(64);
    size = 0;
    /** Smallest key, Infinity when empty. */
    get minKey() {
        return this.size > 0 ? this.keys[0] : Infinity;
    }
    /** Value that goes with the smallest key; the heap must not be empty. */
    get minValue() {
        return this.values[0];
    }
    push(key, value) {
        if (this.size === this.keys.length)
            this.grow();
        const { keys, values } = this;
        let at = this.size++;
        while (at > 0) {
            const parent = (at - 1) >> 1;
            if (keys[parent] <= key)
                break;
            keys[at] = keys[parent];
            values[at] = values[parent];
            at = parent;
        }
        keys[at] = key;
        values[at] = value;
    }
    /** Removes the pair with the smallest key and returns its value. The heap must not be empty. */
    pop() {
        const { keys, values } = this;
        const top = values[0];
        const size = --this.size;
        const key = keys[size];
        const value = values[size];
        let at = 0;
        for (;;) {
            let child = 2 * at + 1;
            if (child >= size)
                break;
            if (child + 1 < size && keys[child + 1] < keys[child])
                child++;
            if (keys[child] >= key)
                break;
            keys[at] = keys[child];
            values[at] = values[child];
            at = child;
        }
        keys[at] = key;
        values[at] = value;
        return top;
    }
    grow() {
        const keys = new Float64Array(2 * this.keys.length);
        const values = new Int32Array(2 * this.values.length);
        keys.set(this.keys);
        values.set(this.values);
        this.keys = keys;
        this.values = values;
    }
}
//# sourceMappingURL=heap.js.map