/** A place in a store: a bucket, and a prefix without slashes at its end. */
export interface S3Address {
  bucket: string;
  prefix: string;
}

/** Bucket and prefix of `s3://bucket/prefix`, or null where it is no S3 address. */
export function parseS3Address(text: string): S3Address | null {
  const match = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/s.exec(text);
  return match && { bucket: match[1], prefix: (match[2] ?? "").replace(/\/+$/, "") };
}

/**
 * What Amazon calls safe characters of a key, in segments: others are encoded differently by
 * different tools.
 */
const SAFE_SEGMENT = /^[\w!.*'()-]+$/;

/**
 * Why nothing should be stored under this key or prefix, or null. S3 takes nearly any key; the
 * study writes only such as every tool reads back unchanged: safe characters, no segment that a
 * path would resolve, at most 1,024 bytes.
 */
export function unsafeKey(key: string): string | null {
  if (key.length > 1024) return `is ${key.length} characters long: S3 takes 1,024`;
  for (const segment of key.split("/")) {
    if (segment === "") return "has an empty segment: write one slash between two names";
    if (segment === "." || segment === "..")
      return `has the segment "${segment}", which paths resolve: leave it out`;
    if (!SAFE_SEGMENT.test(segment))
      return (
        `has a segment ${JSON.stringify(segment)}: use letters, digits and ` +
        "! - _ . * ' ( ) only"
      );
  }
  return null;
}
