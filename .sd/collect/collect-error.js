/** A collection that cannot begin or go on. One line that says why and what to do. */
export class CollectError extends Error {
    name = "CollectError";
}
//# sourceMappingURL=collect-error.js.map