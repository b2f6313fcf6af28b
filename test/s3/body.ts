import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { S3Fault } from "./s3-fault.js";

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

function crc32(bytes: Buffer): string {
  let crc = ~0;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  const big = Buffer.alloc(4);
  big.writeUInt32BE(~crc >>> 0);
  return big.toString("base64");
}

/**
 * The body of an upload, out of its aws-chunked wrapping, its length and checksums checked as S3
 * does.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const { headers } = request;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  let body = Buffer.concat(parts);
  let told = headers["x-amz-checksum-crc32"];
  const sha256 = headers["x-amz-content-sha256"];
  if (typeof sha256 === "string" && sha256.startsWith("STREAMING-")) {
    const { content, trailer } = unwrap(body);
    if (content.length !== Number(headers["x-amz-decoded-content-length"]))
      throw new S3Fault(400, "IncompleteBody");
    body = content;
    told ??= /^x-amz-checksum-crc32:(\S+)/im.exec(trailer)?.[1];
  } else if (
    sha256 !== undefined &&
    sha256 !== "UNSIGNED-PAYLOAD" &&
    sha256 !== createHash("sha256").update(body).digest("hex")
  ) {
    throw new S3Fault(400, "XAmzContentSHA256Mismatch");
  }
  if (told !== undefined && told !== crc32(body)) throw new S3Fault(400, "BadDigest");
  return body;
}

/** Chunks of `length[;extension] CRLF bytes CRLF`, a chunk of length 0, then trailing headers. */
function unwrap(wrapped: Buffer): { content: Buffer; trailer: string } {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const end = wrapped.indexOf("\r\n", at);
    if (end < 0) throw new S3Fault(400, "IncompleteBody");
    const length = parseInt(wrapped.toString("latin1", at, end), 16);
    at = end + 2;
    if (length === 0)
      return { content: Buffer.concat(chunks), trailer: wrapped.toString("latin1", at) };
    chunks.push(wrapped.subarray(at, at + length));
    at += length + 2;
  }
}
