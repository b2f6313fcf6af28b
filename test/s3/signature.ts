import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { S3Fault } from "./s3-fault.js";

export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest();

/** Percent-encoding as signature version 4 wants it: everything but letters, digits and -_.~ */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Checks an AWS signature, version 4, in the request's headers; throws the fault S3 would answer
 * with.
 */
export function checkSignature(request: IncomingMessage, keys: Keys): void {
  const { headers } = request;
  const [rawPath, rawQuery] = request.url!.split("?");
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    );
  if (!match) throw new S3Fault(403, "AccessDenied");
  const [, accessKeyId, day, region, signed, signature] = match;
  if (accessKeyId !== keys.accessKeyId) throw new S3Fault(403, "InvalidAccessKeyId");
  const query = [...new URLSearchParams(rawQuery)]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");
  const signedHeaders = signed
    .split(";")
    .map(
      (name) =>
        `${name}:${String(headers[name] ?? "")
          .trim()
          .replace(/ +/g, " ")}\n`,
    )
    .join("");
  const canonical = [
    request.method,
    rawPath,
    query,
    signedHeaders,
    signed,
    headers["x-amz-content-sha256"],
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = [region, "s3", "aws4_request"].reduce(
    (made: Buffer, part) => hmac(made, part),
    hmac(`AWS4${keys.secretAccessKey}`, day),
  );
  const expected = hmac(
    key,
    ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(canonical)].join("\n"),
  );
  if (!timingSafeEqual(expected, Buffer.from(signature, "hex")))
    throw new S3Fault(403, "SignatureDoesNotMatch");
}
