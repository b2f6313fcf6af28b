import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestContext } from "node:test";
import { RowSinkError } from "lib/collect";
import { readRequests, type RequestLog, type S3Options } from "lib/requests";
import { startS3Server, type S3Server, type S3ServerOptions } from "../s3/s3-server.js";

export interface Store {
  server: S3Server;
  /** Its bucket "logs": contents by key. */
  objects: Map<string, Buffer>;
  /** A folder for spools and the like. */
  folder: string;
  s3: S3Options;
  read(address: string): Promise<RequestLog>;
}

/** An S3 with a bucket "logs", and the way to it; both are gone when the test is. */
export async function store(t: TestContext, options: S3ServerOptions = {}): Promise<Store> {
  const server = await startS3Server(options);
  const folder = mkdtempSync(path.join(tmpdir(), "sink-"));
  const objects = new Map<string, Buffer>();
  server.buckets.set("logs", objects);
  t.after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const s3 = {
    endpoint: server.endpoint,
    region: "eu-west-1",
    credentials: server.keys,
    attempts: 3,
    retryDelayMs: 1,
  };
  return {
    server,
    objects,
    folder,
    s3,
    read: (address) =>
      readRequests(address, { s3: { ...s3, cacheFolder: path.join(folder, "cache") } }),
  };
}

/** A RowSinkError of one line that says this, and nothing of the credentials. */
export const refused =
  (message: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof RowSinkError, String(error));
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /\n|test secret/);
    return true;
  };
