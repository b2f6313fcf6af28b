/**
 * 53 bits of a hash of a request id (two rounds of 32-bit multiply-xor mixing over its UTF-16
 * units): equal ids have equal hashes. Among n ids the chance that any two different ones collide
 * is about n^2 / 2^54: 4e-7 at 88,286. NaN for no id: absent, empty, "unknown" or "undefined", as
 * failed requests log it.
 */
export function hashRequestId(id) {
    if (!id || id === "unknown" || id === "undefined")
        return NaN;
    let h1 = 0xdeadbeef;
    let h2 = 0x41c6ce57;
    for (let i = 0; i < id.length; i++) {
        const unit = id.charCodeAt(i);
        h1 = Math.imul(h1 ^ unit, 2654435761);
        h2 = Math.imul(h2 ^ unit, 1597334677);
    }
    h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
    h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
    return (h2 & 0x1fffff) * 4294967296 + (h1 >>> 0);
}
//# sourceMappingURL=request-id.js.map