/**
 * A binary min-heap of (key, value) pairs in typed arrays; equal keys leave in no defined order.
 */
export declare class MinHeap {
    private keys;
    private values;
    size: number;
    /** Smallest key, Infinity when empty. */
    get minKey(): number;
    /** Value that goes with the smallest key; the heap must not be empty. */
    get minValue(): number;
    push(key: number, value: number): void;
    /** Removes the pair with the smallest key and returns its value. The heap must not be empty. */
    pop(): number;
    private grow;
}
