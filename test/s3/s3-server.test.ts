import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { Readable } from "node:stream";
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { startS3Server, type S3Server } from "./s3-server.js";

async function serverAndClient(
  t: TestContext,
  secretAccessKey?: string,
): Promise<{ server: S3Server; client: S3Client }> {
  const server = await startS3Server();
  server.buckets.set("bucket", new Map());
  const client = new S3Client({
    endpoint: server.endpoint,
    region: "eu-west-1",
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { ...server.keys, ...(secretAccessKey ? { secretAccessKey } : {}) },
  });
  t.after(async () => {
    client.destroy();
    await server.close();
  });
  return { server, client };
}

test(
  "what the client puts is what the server keeps and gives back, streamed or not, under " +
    "awkward keys",
  async (t) => {
    const { server, client } = await serverAndClient(t);
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => i % 251));
    for (const key of ["plain", "a/../b c+d&e=é?.jsonl"]) {
      await client.send(new PutObjectCommand({ Bucket: "bucket", Key: key, Body: bytes }));
      assert.ok(server.buckets.get("bucket")!.get(key)!.equals(bytes), key);
      const { Body } = await client.send(new GetObjectCommand({ Bucket: "bucket", Key: key }));
      assert.ok(Buffer.from(await Body!.transformToByteArray()).equals(bytes));
    }
    await client.send(
      new PutObjectCommand({
        Bucket: "bucket",
        Key: "streamed",
        Body: Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]),
        ContentLength: bytes.length,
      }),
    );
    assert.ok(server.buckets.get("bucket")!.get("streamed")!.equals(bytes));
  },
);

test("If-None-Match: * keeps what is there", async (t) => {
  const { server, client } = await serverAndClient(t);
  const put = (body: string) =>
    client.send(new PutObjectCommand({ Bucket: "bucket", Key: "k", Body: body, IfNoneMatch: "*" }));
  await put("first");
  await assert.rejects(put("second"), { name: "PreconditionFailed" });
  assert.equal(server.buckets.get("bucket")!.get("k")!.toString(), "first");
});

test("a wrong secret is refused", async (t) => {
  const { client } = await serverAndClient(t, "another secret");
  await assert.rejects(client.send(new ListObjectsV2Command({ Bucket: "bucket" })), {
    name: "SignatureDoesNotMatch",
  });
});
