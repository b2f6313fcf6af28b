import { type S3Access, type S3Address } from "../s3/index.js";
import { type SpooledPart } from "./spool.js";
/** Puts one part and takes it out of the spool; returns its rows. */
export declare function shipPart(access: S3Access, place: S3Address, part: SpooledPart): Promise<number>;
/** Takes the collector's name in the store; throws RowSinkError where another has it. */
export declare function claimName(access: S3Access, place: S3Address, collector: string): Promise<void>;
/** Key of the object that a part becomes. */
export declare function keyOf({ prefix }: S3Address, name: string): string;
/** Bucket and prefix of an address that logs may be written to. Throws RowSinkError. */
export declare function writablePlace(address: string): S3Address;
/** An error of an S3 client as that of a sink; one that is such already stays itself. */
export declare function sinkError(error: unknown, address: string): Error;
