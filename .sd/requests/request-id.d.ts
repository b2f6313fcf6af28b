/**
 * 53 bits of a hash of a request id (two rounds of 32-bit multiply-xor mixing over its UTF-16
 * units): equal ids have equal hashes. Among n ids the chance that any two different ones collide
 * is about n^2 / 2^54: 4e-7 at 88,286. NaN for no id: absent, empty, "unknown" or "undefined", as
 * failed requests log it.
 */
export declare function hashRequestId(id: string | null | undefined): number;
