import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readBody } from "./body.js";
import { S3Fault } from "./s3-fault.js";
import { checkSignature, encode, type Keys } from "./signature.js";

/** What goes wrong with a request, as a test arranges it. */
export interface Trouble {
  /** Answer with this status and code instead. */
  status?: number;
  code?: string;
  /** Cut the connection after that many bytes of the body. */
  cutAfterBytes?: number;
  /** Fall silent: before the answer, or after that many bytes of its body. */
  silentAfterBytes?: number;
  /** Do what was asked, and cut the connection before the answer. */
  loseAnswer?: boolean;
}

export interface S3ServerOptions {
  keys?: Keys;
  /** Whoever signs nothing may read. */
  publicRead?: boolean;
  /** Keys a page of a listing holds; S3 gives 1,000. */
  pageSize?: number;
  trouble?: (request: { method: string; bucket: string; key: string }) => Trouble | undefined;
}

export interface S3Server {
  endpoint: string;
  keys: Keys;
  /** Contents by bucket and key; tests read and write them freely. */
  buckets: Map<string, Map<string, Buffer>>;
  /** Every request that came in, as "METHOD bucket/key". */
  requests: string[];
  close(): Promise<void>;
}

/**
 * A small S3 on 127.0.0.1, in memory: signatures and checksums checked, listings in pages,
 * conditional reads and writes, and trouble on demand. Path-style addresses only.
 */
export async function startS3Server(options: S3ServerOptions = {}): Promise<S3Server> {
  const keys = options.keys ?? { accessKeyId: "TESTKEY", secretAccessKey: "test secret" };
  const buckets = new Map<string, Map<string, Buffer>>();
  const requests: string[] = [];

  /** The sha256 that was put with an object, as its metadata. */
  const sha256Of = new WeakMap<Buffer, string>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [rawPath, rawQuery] = request.url!.split("?");
    const [, rawBucket, ...rawKey] = rawPath.split("/");
    const method = request.method!;
    const bucket = decodeURIComponent(rawBucket);
    const key = decodeURIComponent(rawKey.join("/"));
    requests.push(`${method} ${bucket}/${key}`);
    const unsigned = request.headers.authorization === undefined;
    if (!(options.publicRead && unsigned && method !== "PUT")) checkSignature(request, keys);
    const body = await readBody(request);
    const trouble = options.trouble?.({ method, bucket, key });
    if (trouble?.status) throw new S3Fault(trouble.status, trouble.code ?? "InternalError");
    if (trouble?.silentAfterBytes === 0) return;
    const objects = buckets.get(bucket);
    if (!objects) throw new S3Fault(404, "NoSuchBucket");
    if (method === "GET" && key === "")
      return list(
        response,
        bucket,
        objects,
        new URLSearchParams(rawQuery),
        options.pageSize ?? 1000,
      );
    if (method === "PUT") {
      if (request.headers["if-none-match"] === "*" && objects.has(key))
        throw new S3Fault(412, "PreconditionFailed");
      objects.set(key, body);
      sha256Of.set(body, String(request.headers["x-amz-meta-sha256"] ?? ""));
      if (trouble?.loseAnswer) return void request.socket.destroy();
      response.writeHead(200, { etag: etagOf(body) }).end();
      return;
    }
    const content = objects.get(key);
    if (!content) throw new S3Fault(404, "NoSuchKey");
    const match = request.headers["if-match"];
    if (match !== undefined && match !== etagOf(content))
      throw new S3Fault(412, "PreconditionFailed");
    response.writeHead(200, {
      etag: etagOf(content),
      "content-length": content.length,
      "x-amz-meta-sha256": sha256Of.get(content) ?? "",
    });
    if (method === "HEAD") response.end();
    else if (trouble?.cutAfterBytes !== undefined)
      response.write(content.subarray(0, trouble.cutAfterBytes), () => response.socket!.end());
    else if (trouble?.silentAfterBytes)
      response.write(content.subarray(0, trouble.silentAfterBytes));
    else response.end(content);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const fault = error instanceof S3Fault ? error : new S3Fault(500, "InternalError");
      request.resume();
      response.writeHead(fault.status, { "content-type": "application/xml" });
      response.end(
        request.method === "HEAD"
          ? undefined
          : `<Error><Code>${fault.code}</Code><Message>${fault.code}</Message></Error>`,
      );
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.closeAllConnections();
      server.close(() => closed());
    });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    buckets,
    requests,
    close,
  };
}

function etagOf(content: Buffer): string {
  return `"${createHash("md5").update(content).digest("hex")}"`;
}

/**
 * ListObjectsV2, its keys in the order of their UTF-8 bytes. The continuation token is the last key
 * of the page before.
 */
function list(
  response: ServerResponse,
  bucket: string,
  objects: Map<string, Buffer>,
  query: URLSearchParams,
  pageSize: number,
): void {
  const prefix = query.get("prefix") ?? "";
  const after = Buffer.from(query.get("continuation-token") ?? "", "base64url");
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(prefix) && Buffer.compare(Buffer.from(key), after) > 0)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const page = keys.slice(0, pageSize);
  const more = keys.length > page.length;
  const shown = (key: string): string =>
    query.get("encoding-type") === "url"
      ? encode(key)
      : key.replace(/[<>&]/g, (c) => `&#${c.charCodeAt(0)};`);
  const contents = page.map((key) => {
    const content = objects.get(key)!;
    return `<Contents><Key>${shown(key)}</Key><ETag>${etagOf(content).replaceAll('"', "&quot;")}</ETag><Size>${content.length}</Size></Contents>`;
  });
  const token = more
    ? `<NextContinuationToken>${Buffer.from(page.at(-1)!).toString("base64url")}</NextContinuationToken>`
    : "";
  response.writeHead(200, { "content-type": "application/xml" });
  response.end(
    `<ListBucketResult><Name>${bucket}</Name><IsTruncated>${more}</IsTruncated>${token}${contents.join("")}</ListBucketResult>`,
  );
}
