import { type S3Options } from "../s3/index.js";
/** What a push did. */
export interface Pushed {
    /** Log files that are in the store now, and how many of them were there already. */
    files: number;
    alreadyThere: number;
    /**
     * Parts, and rows in them, that a collector had left to be sent. They are no longer in the
     * folder.
     */
    parts: number;
    partRows: number;
    /** Files of parts whose collectors are at work, as their locks say; they were left alone. */
    partsAtWork: string[];
}
/**
 * Copies the logs of a folder, at any depth, to an S3 prefix under the same names, `.jsonl` files
 * compressed; and sends the parts that collectors which are gone have left in it, as they would
 * have. Nothing in the store is overwritten, so a push that broke off is begun again. Parts of
 * collectors at work are left to them. Throws RowSinkError.
 */
export declare function pushFolder(folder: string, address: string, s3?: S3Options): Promise<Pushed>;
