/** A place in a store: a bucket, and a prefix without slashes at its end. */
export interface S3Address {
    bucket: string;
    prefix: string;
}
/** Bucket and prefix of `s3://bucket/prefix`, or null where it is no S3 address. */
export declare function parseS3Address(text: string): S3Address | null;
/**
 * Why nothing should be stored under this key or prefix, or null. S3 takes nearly any key; the
 * study writes only such as every tool reads back unchanged: safe characters, no segment that a
 * path would resolve, at most 1,024 bytes.
 */
export declare function unsafeKey(key: string): string | null;
