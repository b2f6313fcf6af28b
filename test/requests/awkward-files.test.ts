import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, chownSync, symlinkSync } from "node:fs";
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

test(
  "a line of 50 MB is quarantined with its beginning, be it JSON or not, packed or not, and its " +
    "neighbours are rows",
  async (t) => {
    const json = line({ padding: "p".repeat(50_000_000) }).trimEnd();
    const noise = "n".repeat(50_000_000);
    const text = `${line()}${json}\n${noise}\n${line()}`;
    for (const [name, content] of [
      ["a.jsonl", text],
      ["a.jsonl.gz", gzipSync(text)],
    ] as const) {
      const { totals, quarantined } = await readRequests(logFolder(t, { [name]: content }));
      assert.deepEqual([totals.rows, totals.quarantined], [2, 2]);
      assert.ok(quarantined[0].raw === json.slice(0, 1 << 20), "the beginning of the line is kept");
      assert.match(
        quarantined[0].reason,
        /has 50000\d\d\d bytes, of which raw keeps the first 1048576: a request has at most 1048576/,
      );
    }
  },
);

test("a gigabyte in one line, packed, takes neither its memory nor its disk", async (t) => {
  // A thousand members of a mebibyte of zeros each: no line feed in all of it.
  const member = gzipSync(Buffer.alloc(1 << 20, "0"));
  const folder = logFolder(t, {
    "a.jsonl.gz": Buffer.concat([...Array<Buffer>(1024).fill(member), gzipSync(`\n${line()}`)]),
  });
  const before = process.memoryUsage().rss;
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  t.after(() => clearInterval(watch));
  const { totals, quarantined } = await readRequests(folder);
  assert.deepEqual([totals.rows, totals.quarantined], [1, 1]);
  assert.match(quarantined[0].reason, /has 1073741824 bytes/);
  assert.ok(most - before < 300 * 2 ** 20, `${(most - before) >> 20} MiB`);
});

test("zeros behind gzip data are passed over and told; anything else there is refused", async (t) => {
  const packed = gzipSync(line().repeat(5));
  for (const zeros of [1, 512, 600_000]) {
    const { totals, notes } = await readRequests(
      logFolder(t, { "a.jsonl.gz": Buffer.concat([packed, packed, Buffer.alloc(zeros)]) }),
    );
    assert.deepEqual([totals.rows, totals.quarantined], [10, 0]);
    assert.deepEqual(notes, [`a.jsonl.gz: ${zeros} zero bytes behind its gzip data, passed over`]);
  }
  const broken: [Buffer, RegExp][] = [
    [Buffer.from("garbage"), /^a\.jsonl\.gz is not sound gzip/],
    [Buffer.from("\0\0\0garbage"), /^a\.jsonl\.gz has bytes behind its gzip data/],
  ];
  for (const [rest, message] of broken)
    await assert.rejects(
      readRequests(logFolder(t, { "a.jsonl.gz": Buffer.concat([packed, rest]) })),
      refused(message),
    );
});

test("lists nested as deep as a line allows are set aside, wherever they stand", async (t) => {
  const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
  const lines = [
    deep(500_000),
    ...["platform", "timestamp", "metrics", "request_id", "response_time_ms", "simulated"].map(
      (field) =>
        line({ [field]: 0 })
          .trimEnd()
          .replace(`"${field}":0`, `"${field}":${deep(4e5)}`),
    ),
  ];
  const { totals, quarantined } = await readRequests(
    logFolder(t, { "a.jsonl": `${lines.join("\n")}\n${line()}` }),
  );
  assert.deepEqual([totals.rows, totals.quarantined], [1, lines.length]);
  for (const { field, reason } of quarantined.slice(1).filter(({ field }) => field !== "metrics"))
    assert.match(reason, /is nested more than 20 levels deep: needs/, field ?? "");
});

test("a pipe or a device that is named as a log is refused and not waited for", async (t) => {
  const folder = logFolder(t, { "a.jsonl": line() });
  execFileSync("mkfifo", [path.join(folder, "b.jsonl")]);
  await assert.rejects(readRequests(folder), refused(/b\.jsonl is no file, but a pipe/));
  const other = logFolder(t, { "a.jsonl": line() });
  symlinkSync("/dev/zero", path.join(other, "endless.jsonl"));
  await assert.rejects(readRequests(other), refused(/endless\.jsonl is no file/));
  await assert.rejects(
    readRequests(path.join(other, "endless.jsonl")),
    refused(/neither a folder nor a file/),
  );
});

test("of a log that grows faster than it is read, what was there is read", async (t) => {
  const folder = logFolder(t, { "a.jsonl": line().repeat(2000), "b.jsonl": line() });
  const file = path.join(folder, "a.jsonl");
  const writer = setInterval(() => appendFileSync(file, line().repeat(20_000)), 1);
  t.after(() => clearInterval(writer));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { totals } = await readRequests(folder);
  assert.ok(totals.rows > 2000 && totals.rows < 20_000_000);
});

test("a folder without logs says what it found; reports of load generators are known", async (t) => {
  const cases: [Record<string, string>, RegExp][] = [
    [
      { "out.csv": "metric_name,timestamp\n" },
      /: found out\.csv; see README, Logs, .* has the columns metric_name, timestamp: .* --map /,
    ],
    [
      { "a/1.txt": "", "2.txt": "", "3.txt": "", "4.txt": "" },
      /found 2\.txt, .* and 1 more; see README/,
    ],
    [
      { "report.json": '{"aggregate": {"counters": {"http.requests": 5}}}' },
      /report\.json: it is Artillery's report, which holds aggregates/,
    ],
    [
      { "run_stats.csv": "Type,Name,Request Count,Failure Count\n" },
      /run_stats\.csv: it is Locust's table of statistics, which holds aggregates/,
    ],
  ];
  for (const [files, message] of cases) {
    const folder = logFolder(t, files);
    await assert.rejects(readRequests(folder), refused(message));
    const [name] = Object.keys(files);
    if (/csv|json/.test(name))
      await assert.rejects(readRequests(path.join(folder, name)), refused(/is not a log file: /));
  }
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
    refused(/is not a log file: no format is recognised/),
  );
  await assert.rejects(
    readRequests(path.join(folder, "notes.txt", "x")),
    refused(/as if it were a folder/),
  );
  await assert.rejects(
    readRequests(path.join(folder, "folder.jsonl")),
    refused(/no log under .*found notes\.txt/),
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
