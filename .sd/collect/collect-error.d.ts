/** A collection that cannot begin or go on. One line that says why and what to do. */
export declare class CollectError extends Error {
    name: string;
}
