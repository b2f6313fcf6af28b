import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { describeS3Error, parseS3Address, putOnce, unsafeKey, } from "../s3/index.js";
import { RowSinkError } from "./sink-error.js";
import { dropPart, readPart } from "./spool.js";
/** Beside the event loop, which in a load generator has requests to time. */
const gzipped = promisify(gzip);
/** Puts one part and takes it out of the spool; returns its rows. */
export async function shipPart(access, place, part) {
    const content = readPart(part);
    if (!content)
        return 0;
    if (content.rows > 0) {
        const body = await gzipped(content.lines);
        const put = {
            bucket: place.bucket,
            body: () => body,
            bytes: body.length,
            sha256: content.sha256,
        };
        const key = keyOf(place, part.name);
        const instead = keyOf(place, `${part.name}-${content.sha256.slice(0, 8)}`);
        if ((await putOnce(access, { ...put, key })) === "taken" &&
            (await putOnce(access, { ...put, key: instead })) === "taken") {
            throw new RowSinkError(`s3://${place.bucket}/${instead} and the key before it hold other content: choose ` +
                "another prefix");
        }
    }
    dropPart(part);
    return content.rows;
}
/** Takes the collector's name in the store; throws RowSinkError where another has it. */
export async function claimName(access, place, collector) {
    // Random, so that no other claim of the name is taken for this one.
    const body = Buffer.from(`${JSON.stringify({ collector, begun: new Date().toISOString() })}\n`);
    const sha256 = randomBytes(32).toString("hex");
    const key = `${place.prefix === "" ? "" : `${place.prefix}/`}${collector}.collector.json`;
    if ((await putOnce(access, {
        bucket: place.bucket,
        key,
        body: () => body,
        bytes: body.length,
        sha256,
    })) === "taken") {
        throw new RowSinkError(`a collector "${collector}" has written to s3://${place.bucket}/${place.prefix} ` +
            "already: give this one another name");
    }
}
/** Key of the object that a part becomes. */
export function keyOf({ prefix }, name) {
    return `${prefix === "" ? "" : `${prefix}/`}${name}.jsonl.gz`;
}
/** Bucket and prefix of an address that logs may be written to. Throws RowSinkError. */
export function writablePlace(address) {
    const place = parseS3Address(address);
    if (!place)
        throw new RowSinkError(`${JSON.stringify(address)} is no S3 address: write s3://bucket or s3://bucket/prefix`);
    const fault = unsafeKey(`${place.prefix === "" ? "" : `${place.prefix}/`}${"0".repeat(100)}`);
    if (fault)
        throw new RowSinkError(`the prefix of ${JSON.stringify(address)} ${fault}`);
    if (/\.jsonl(\.gz)?$/.test(place.prefix))
        throw new RowSinkError(`${address} names a log: name the folder that logs go to`);
    return place;
}
/** An error of an S3 client as that of a sink; one that is such already stays itself. */
export function sinkError(error, address) {
    if (error instanceof RowSinkError || !(error instanceof Error))
        return error;
    return new RowSinkError(describeS3Error(error, address, "write"), { cause: error });
}
//# sourceMappingURL=store-part.js.map