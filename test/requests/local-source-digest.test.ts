import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { PartialFiles } from "lib/files";
import { localSourceDigest, readRequests, sha256OfSource, writeArrowPart } from "lib/requests";
import { line, logFolder } from "./log-folder.js";

const ofReading = async (source: string): Promise<string> =>
  sha256OfSource((await readRequests(source)).digests);

test("the fingerprint of a folder is that of what reading it reads", async (t) => {
  const folder = logFolder(t, {
    "b.jsonl": line(),
    "a/z.jsonl": line(),
    "a.jsonl": "",
    "x.txt": "",
  });
  writeFileSync(path.join(folder, "c.jsonl.gz"), gzipSync(line()));
  symlinkSync(folder, path.join(folder, "round"));
  symlinkSync(path.join(folder, "nowhere"), path.join(folder, "nowhere.txt"));
  assert.equal(localSourceDigest(folder), await ofReading(folder));
  const file = path.join(folder, "b.jsonl");
  assert.equal(localSourceDigest(file), await ofReading(file));
});

test("it names content, not place: a copy has the same, one byte or one name makes another", (t) => {
  const folder = logFolder(t, { "a.jsonl": line() });
  const copy = logFolder(t, {});
  cpSync(folder, copy, { recursive: true });
  assert.equal(localSourceDigest(copy), localSourceDigest(folder));
  writeFileSync(path.join(copy, "notes.txt"), "no log");
  assert.equal(localSourceDigest(copy), localSourceDigest(folder));
  writeFileSync(path.join(copy, "a.jsonl"), `${line()} `);
  assert.notEqual(localSourceDigest(copy), localSourceDigest(folder));
  const renamed = logFolder(t, { "b.jsonl": line() });
  assert.notEqual(localSourceDigest(renamed), localSourceDigest(folder));
});

test("a campaign in Arrow parts has the fingerprint of its parts", async (t) => {
  const folder = logFolder(t, {});
  const { requests } = await readRequests(logFolder(t, { "a.jsonl": line() }));
  const files = new PartialFiles();
  for (const part of [1, 2]) writeArrowPart(files, folder, part, requests, null);
  files.finish();
  assert.equal(localSourceDigest(folder), await ofReading(folder));
});

test("what is no source is refused in one line, and a pipe is not waited for", (t) => {
  const refused = { name: "RequestSourceError" };
  assert.throws(() => localSourceDigest("/nowhere/logs"), {
    ...refused,
    message: "there is no /nowhere/logs: check the path",
  });
  assert.throws(() => localSourceDigest(logFolder(t, { "x.csv": "a" })), {
    ...refused,
    message: /no log under .*: found x\.csv; see README, Logs/,
  });
  const piped = logFolder(t, { "a.jsonl": line() });
  execFileSync("mkfifo", [path.join(piped, "b.jsonl")]);
  assert.throws(() => localSourceDigest(piped), { ...refused, message: /b\.jsonl is no file/ });
});
