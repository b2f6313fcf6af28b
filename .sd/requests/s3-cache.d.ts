import { type S3Access } from "../s3/index.js";
/** An object as a listing tells of it. */
export interface StoredObject {
    bucket: string;
    key: string;
    /** What it is called among the source's files. */
    name: string;
    etag: string;
    bytes: number;
}
export declare function defaultCacheFolder(): string;
/**
 * Objects as files: `objects/<SHA-256 of the content>`, found through `index/<SHA-256 of store,
 * bucket, key, ETag, size>`. All names are hashes, so that no key can name a path. A file appears
 * under its name only when it is whole.
 */
export declare class S3Cache {
    private readonly folder;
    private readonly access;
    constructor(folder: string, access: S3Access);
    /**
     * Path of a whole local copy of the object, downloaded unless it is there. Throws
     * RequestSourceError.
     */
    fetch(object: StoredObject): Promise<string>;
    private contentOf;
    private entryOf;
    private lookUp;
    /**
     * One try. The rows of an object are read from its file, so a body that breaks leaves none of
     * them behind.
     */
    private download;
    /** Lets `write` fill a partial file, which then takes the path that `write` returns. */
    private put;
}
