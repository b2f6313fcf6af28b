import { answerInTime } from "./access.js";
import { withRetries } from "./retries.js";
/**
 * Stores an object unless its key holds one (`If-None-Match: *`), so that nobody's object is ever
 * overwritten. A put whose answer was lost is found by its own content on the next try and counts
 * once. Throws the SDK's error after the last try.
 */
export async function putOnce(access, { bucket, key, body, bytes, sha256 }) {
    const { HeadObjectCommand, PutObjectCommand } = await import("@aws-sdk/client-s3");
    const { client, retries } = access;
    try {
        return await withRetries(retries, async () => {
            const command = new PutObjectCommand({
                Bucket: bucket,
                Key: key,
                Body: body(),
                ContentLength: bytes,
                IfNoneMatch: "*",
                Metadata: { sha256 },
            });
            await answerInTime(access, (abortSignal) => client.send(command, { abortSignal }));
            return "stored";
        });
    }
    catch (error) {
        if (error.$metadata?.httpStatusCode !== 412)
            throw error;
    }
    const head = await withRetries(retries, () => answerInTime(access, (abortSignal) => client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }), { abortSignal })));
    return head.Metadata?.sha256 === sha256 && sha256 !== "" ? "already there" : "taken";
}
//# sourceMappingURL=put-once.js.map