/**
 * The fingerprint of logs on this machine without reading a row of them: what `sha256OfSource`
 * gives for the digests of `readRequests`. It depends on the files' names below the source and on
 * their bytes, not on where the source lies. Throws RequestSourceError where nothing is there, or
 * no log.
 */
export declare function localSourceDigest(source: string): string;
