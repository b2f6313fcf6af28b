import { createHash } from "node:crypto";

/** Fingerprint of a file as stored. */
export interface FileDigest {
  file: string;
  bytes: number;
  /** SHA-256, hexadecimal. */
  sha256: string;
}

/**
 * One fingerprint for a whole source: the SHA-256 of what `sha256sum` would print for its files, in
 * their order.
 */
export function sha256OfSource(digests: readonly FileDigest[]): string {
  const hash = createHash("sha256");
  for (const { sha256, file } of digests) hash.update(`${sha256}  ${file}\n`);
  return hash.digest("hex");
}
