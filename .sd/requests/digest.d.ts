/** Fingerprint of a file as stored. */
export interface FileDigest {
    file: string;
    bytes: number;
    /** SHA-256, hexadecimal. */
    sha256: string;
}
/** SHA-256 of a file, hexadecimal, read in pieces: a file may be larger than memory. */
export declare function sha256OfFile(file: string): string;
/**
 * One fingerprint for a whole source: the SHA-256 of what `sha256sum` would print for its files, in
 * their order.
 */
export declare function sha256OfSource(digests: readonly Pick<FileDigest, "file" | "sha256">[]): string;
