import assert from "node:assert/strict";
import { chmodSync, chownSync, symlinkSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { readRequests, RequestSourceError } from "lib/requests";
import { line, logFolder } from "./log-folder.js";

const refused =
  (message: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof RequestSourceError, String(error));
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  };

test("empty files hold no requests and are no error, packed or not", async (t) => {
  const { totals } = await readRequests(
    logFolder(t, {
      "a.jsonl": "",
      "b.jsonl.gz": "",
      "c.jsonl.gz": gzipSync(""),
      "d.jsonl": "\n \t\r\n",
      "e.jsonl": line(),
    }),
  );
  assert.deepEqual(
    [totals.files, totals.emptyFiles, totals.lines, totals.blankLines, totals.rows],
    [5, 4, 1, 2, 1],
  );
});

test(
  "CRLF, a byte order mark and a last line without a line end are read as if they were not " +
    "there",
  async (t) => {
    const folder = logFolder(t, {
      "a.jsonl":
        "\ufeff" + (line() + line({ request_id: "b" })).replaceAll("\n", "\r\n") + line().trimEnd(),
    });
    const { totals, requests } = await readRequests(folder);
    assert.deepEqual([totals.rows, totals.quarantined, totals.blankLines], [3, 0, 0]);
    assert.deepEqual([...requests.lineNumber], [1, 2, 3]);
  },
);

test("a last line cut in half is quarantined", async (t) => {
  const { totals, quarantined } = await readRequests(
    logFolder(t, { "a.jsonl": line() + line().slice(0, 100) }),
  );
  assert.deepEqual([totals.rows, totals.quarantined], [1, 1]);
  assert.equal(quarantined[0].raw, line().slice(0, 100));
  assert.match(quarantined[0].reason, /ends in the middle/);
});

test("a line of 50 MB is quarantined whole, be it JSON or not, and its neighbours are rows", async (t) => {
  const json = line({ padding: "p".repeat(50_000_000) }).trimEnd();
  const noise = "n".repeat(50_000_000);
  const { totals, quarantined } = await readRequests(
    logFolder(t, { "a.jsonl": `${line()}${json}\n${noise}\n${line()}` }),
  );
  assert.deepEqual([totals.rows, totals.quarantined], [2, 2]);
  assert.ok(quarantined[0].raw === json && quarantined[1].raw === noise, "raw text is whole");
  assert.match(quarantined[0].reason, /has 50000\d\d\d bytes: a request has at most 1048576/);
});

test(
  "bytes that are not UTF-8 are quarantined as Latin-1, which loses none; UTF-8 beyond ASCII " +
    "is read",
  async (t) => {
    const bytes = Buffer.concat([
      Buffer.from(line().slice(0, 20)),
      Buffer.from([0xff, 0xfe, 0x80]),
      Buffer.from("\n"),
      Buffer.from(line({ workload_type: "größe" })),
    ]);
    const { requests, quarantined } = await readRequests(logFolder(t, { "a.jsonl": bytes }));
    assert.equal(requests.workloadNames[4], "größe");
    assert.match(quarantined[0].reason, /not valid UTF-8/);
    assert.deepEqual(Buffer.from(quarantined[0].raw, "latin1"), bytes.subarray(0, 23));
  },
);

test("a single file is a source of its own; provenance carries names only", async (t) => {
  const folder = logFolder(t, { "one.jsonl.gz": gzipSync(line()) });
  const { requests } = await readRequests(path.join(folder, "one.jsonl.gz"));
  assert.deepEqual(requests.provenance, { kind: "measured", name: "one" });
  assert.deepEqual(requests.files, ["one.jsonl.gz"]);
  assert.equal((await readRequests(`${folder}/`)).requests.provenance.name, path.basename(folder));
});

test("links are followed; a link to a parent folder ends", async (t) => {
  const folder = logFolder(t, { "deep/a.jsonl": line() });
  symlinkSync("..", path.join(folder, "deep", "up"));
  symlinkSync("deep/a.jsonl", path.join(folder, "z.jsonl"));
  assert.deepEqual((await readRequests(folder)).requests.files, ["deep/a.jsonl", "z.jsonl"]);
});

test("what cannot be read as a whole is refused in one line that says what to do", async (t) => {
  const folder = logFolder(t, {
    "notes.txt": "x",
    "bad/a.jsonl.gz": "not gzip",
    "cut/a.jsonl.gz": gzipSync(line().repeat(100)).subarray(0, 60),
    "folder.jsonl/notes.txt": "x",
  });
  await assert.rejects(
    readRequests(path.join(folder, "absent")),
    refused(/^there is no .*absent: check the path$/),
  );
  await assert.rejects(
    readRequests(path.join(folder, "notes.txt")),
    refused(/must end in \.jsonl or \.jsonl\.gz/),
  );
  await assert.rejects(
    readRequests(path.join(folder, "notes.txt", "x")),
    refused(/as if it were a folder/),
  );
  await assert.rejects(
    readRequests(path.join(folder, "folder.jsonl")),
    refused(/no \.jsonl or \.jsonl\.gz file under/),
  );
  await assert.rejects(
    readRequests(path.join(folder, "bad")),
    refused(/^a\.jsonl\.gz is not sound gzip/),
  );
  await assert.rejects(
    readRequests(path.join(folder, "cut")),
    refused(/^a\.jsonl\.gz ends before its gzip data do/),
  );
  await assert.rejects(readRequests("/dev/null"), refused(/neither a folder nor a file/));
});

test("a broken link that claims to be a log is refused, not passed over", async (t) => {
  const folder = logFolder(t, { "a.jsonl": line() });
  symlinkSync("nowhere", path.join(folder, "b.jsonl"));
  await assert.rejects(readRequests(folder), refused(/there is no .*b\.jsonl/));
});

test(
  "unreadable folders and files are refused",
  { skip: process.platform === "win32" && "Windows has no such permissions" },
  async (t) => {
    const folder = logFolder(t, {
      "shut/a.jsonl": line(),
      "file/a.jsonl": line(),
      "listed/deep/a.jsonl": line(),
      "listed/b.jsonl": line(),
    });
    const modes: [string, number][] = [
      ["shut", 0],
      ["file/a.jsonl", 0],
      ["listed", 0o600],
    ];
    for (const [name, mode] of modes) chmodSync(path.join(folder, name), mode);
    // Root may read everything: the reading is done as somebody else.
    const root = process.getuid?.() === 0;
    if (root) {
      for (const name of ["", "shut", "file", "file/a.jsonl", "listed"])
        chownSync(path.join(folder, name), 65_534, 65_534);
      process.seteuid!(65_534);
    }
    try {
      for (const [name] of modes)
        await assert.rejects(
          readRequests(path.join(folder, name)),
          refused(/may not be read by this user/),
          name,
        );
      await assert.rejects(readRequests(folder), refused(/may not be read by this user/));
    } finally {
      if (root) process.seteuid!(0);
      for (const [name] of modes) chmodSync(path.join(folder, name), 0o700);
    }
  },
);
