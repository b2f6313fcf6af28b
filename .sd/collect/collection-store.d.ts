import { type S3Options } from "../s3/index.js";
import { type Pushed } from "./push-folder.js";
/**
 * Where a finished collection goes in a store: below `address`, in a folder of its own folder's
 * name, so that collections of several machines stand side by side. Throws RowSinkError.
 */
export declare function placeOfCollection(address: string, folder: string): string;
/**
 * Takes the name of a collection in the store before anything is sent, so that wrong credentials, a
 * missing bucket or a name in use are told in time. Throws RowSinkError.
 */
export declare function claimPlace(address: string, folder: string, s3?: S3Options): Promise<void>;
/**
 * Copies a finished collection to its place. What could not be sent stays in the folder, and the
 * message says how to send it.
 */
export declare function storeCollection(folder: string, address: string, s3?: S3Options): Promise<Pushed>;
