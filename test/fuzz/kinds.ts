import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { checkPlan, parsePlan, shippedPlan } from "lib/campaign";
import { readLabelledTable } from "lib/features";
import { readRequests } from "lib/requests";
import { routeLines, readRouter, type RequestRouter } from "lib/routing";
import { readNotebook, sourceOf } from "lib/runner";
import { InputError } from "lib/statistics";
import { lambdaRecord, line } from "../requests/log-folder.js";
import { ask } from "./ask.js";

/** One kind of input: how to make hostile ones, and what must hold of each. */
export interface FuzzKind<Input> {
  name: string;
  input: fc.Arbitrary<Input>;
  /** Throws where the input does what none may: anything but an answer or a user's mistake. */
  holds(input: Input, tools: FuzzTools): Promise<void> | void;
  /** The input that a file of `test/fuzz/corpus/NAME/` stands for. */
  fromCorpus(bytes: Buffer): Input;
}

/** What is made once for all cases. */
export interface FuzzTools {
  folder: string;
  router: RequestRouter;
  /** Bytes of a router's folder, by file. */
  routerFiles: Readonly<Record<string, Buffer>>;
  /** Address of a server of that router. */
  url: string;
}

/** Longer than any case may take on a busy machine. */
const MOST_MS = 20_000;

/** A mistake of the user's: told in a line or a few, that names the place. */
export function assertMistake(error: unknown): void {
  if (!(error instanceof InputError)) throw error;
  if (error.message.length === 0) throw new Error("a message that says nothing");
}

/** Runs what may refuse its input; a defect comes through. */
async function mayRefuse<T>(run: () => Promise<T> | T): Promise<T | null> {
  const started = performance.now();
  try {
    return await run();
  } catch (error) {
    assertMistake(error);
    return null;
  } finally {
    const took = performance.now() - started;
    if (took > MOST_MS) throw new Error(`took ${Math.round(took)} ms`);
  }
}

const ODD_TEXT = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "\u001b[31m",
    "<script>",
    "=cmd|' /C calc'!A0",
    "../../x",
    "NaN",
    "",
  ),
);
const ODD_VALUE = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  ODD_TEXT,
  fc.double(),
  fc.constantFrom(-1, 0, 1e300, -1e300, 2 ** 53, 1e9),
);

/** Text with a few pieces cut out, doubled or replaced by noise. */
function garbled(text: fc.Arbitrary<string>): fc.Arbitrary<Buffer> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(8),
    noise: fc.oneof(
      fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom('"', ",", "\n", "\r", "{", "}", "[", ":", "\\", "\0", "[".repeat(3000)),
    ),
  });
  return fc.tuple(text, fc.array(edit, { maxLength: 6 })).map(([whole, edits]) => {
    let bytes: Buffer = Buffer.from(whole);
    for (const { at, cut, noise } of edits) {
      const from = Math.floor(at * bytes.length);
      const parts = [bytes.subarray(0, from), Buffer.from(noise), bytes.subarray(from + cut)];
      bytes = Buffer.concat(parts);
    }
    return bytes;
  });
}

/** An object with values of a copy replaced, at any depth, and names added. */
function changed(base: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    step: fc.array(fc.nat(50), { maxLength: 6 }),
    value: ODD_VALUE,
    name: ODD_TEXT,
    how: fc.constantFrom("replace", "remove", "add"),
  });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const copy = structuredClone(base);
    for (const { step, value, name, how } of changes) {
      let at = copy as Record<string, unknown>;
      for (const [depth, pick] of step.entries()) {
        const keys = Object.keys(at);
        if (keys.length === 0) break;
        const key = keys[pick % keys.length];
        const next = at[key];
        if (depth === step.length - 1 || typeof next !== "object" || next === null) {
          if (how === "remove") delete at[key];
          else own(at, how === "replace" ? key : name, value);
          break;
        }
        at = next as Record<string, unknown>;
      }
    }
    return copy;
  });
}

/** Sets a property of the object's own, `__proto__` too, as JSON.parse does. */
function own(at: object, name: string, value: unknown): void {
  Object.defineProperty(at, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

interface LogFile {
  bytes: Buffer;
  storage: "plain" | "gzip" | "cut gzip" | "padded gzip" | "raw as gzip";
}

const LOG_LINES = fc
  .array(fc.oneof(fc.constant(lambdaRecord()), changed(lambdaRecord())), { maxLength: 6 })
  .map((records) => records.map((record) => `${JSON.stringify(record)}\n`).join("") + line());

const logs: FuzzKind<LogFile> = {
  name: "logs",
  input: fc.record({
    bytes: garbled(LOG_LINES),
    storage: fc.constantFrom("plain", "gzip", "cut gzip", "padded gzip", "raw as gzip"),
  }),
  async holds({ bytes, storage }, { folder }) {
    const packed = gzipSync(bytes);
    const stored = {
      plain: bytes,
      gzip: packed,
      "cut gzip": packed.subarray(0, -9),
      "padded gzip": Buffer.concat([packed, Buffer.alloc(64)]),
      "raw as gzip": bytes,
    }[storage];
    const of = mkdtempSync(path.join(folder, "logs-"));
    try {
      writeFileSync(path.join(of, storage === "plain" ? "a.jsonl" : "a.jsonl.gz"), stored);
      const read = await mayRefuse(() => readRequests(of));
      if (read === null) return;
      const { rows, quarantined, lines } = read.totals;
      if (rows + quarantined !== lines)
        throw new Error(`${rows} rows and ${quarantined} quarantined of ${lines} lines`);
      if (read.requests.rowCount !== rows || read.quarantined.length !== quarantined)
        throw new Error("totals differ from what was kept");
    } finally {
      rmSync(of, { recursive: true });
    }
  },
  fromCorpus: (bytes) => ({ bytes, storage: "plain" }),
};

const CSV_TEXT = fc
  .array(fc.array(fc.oneof(ODD_TEXT, fc.double().map(String)), { minLength: 3, maxLength: 3 }), {
    maxLength: 6,
  })
  .map((rows) => `a,b,label\n1,2,0\n${rows.map((row) => `${row.join(",")}\n`).join("")}`);

const csv: FuzzKind<Buffer> = {
  name: "csv",
  input: garbled(CSV_TEXT),
  async holds(bytes, { folder }) {
    const file = path.join(folder, "table.csv");
    writeFileSync(file, bytes);
    const table = await mayRefuse(() => readLabelledTable(file, { label: "label" }));
    if (table && table.features.columns.some(({ length }) => length !== table.label.length))
      throw new Error("columns of different lengths");
  },
  fromCorpus: (bytes) => bytes,
};

const plans: FuzzKind<unknown> = {
  name: "plans",
  input: fc.oneof(changed(shippedPlan("duet")), changed(shippedPlan("variance"))),
  async holds(plan) {
    await mayRefuse(() => checkPlan(plan, "fuzzed.yml"));
  },
  fromCorpus: (bytes) => JSON.parse(bytes.toString()) as unknown,
};

const PLAN_TEXT = `extends: duet
name: &name fuzzed
title: *name
days: 2
workloads: [{ workload: lightweight_api, payloadKb: [1, 2] }]
`;

const planFiles: FuzzKind<Buffer> = {
  name: "plan files",
  input: garbled(fc.constant(PLAN_TEXT)),
  async holds(bytes) {
    await mayRefuse(() => parsePlan(bytes.toString("utf8"), "fuzzed.yml"));
  },
  fromCorpus: (bytes) => bytes,
};

const NOTEBOOK = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "tslab" } },
  cells: [
    { cell_type: "markdown", id: "a", metadata: {}, source: ["# A\n"] },
    { cell_type: "code", id: "b", metadata: {}, source: "1", outputs: [], execution_count: 1 },
  ],
};

const notebooks: FuzzKind<Buffer> = {
  name: "notebooks",
  input: fc.oneof(
    changed(NOTEBOOK).map((notebook) => Buffer.from(JSON.stringify(notebook) ?? "")),
    garbled(fc.constant(JSON.stringify(NOTEBOOK))),
  ),
  async holds(bytes, { folder }) {
    const file = path.join(folder, "fuzzed.ipynb");
    writeFileSync(file, bytes);
    await mayRefuse(() => readNotebook(file).cells.map(sourceOf).join(""));
  },
  fromCorpus: (bytes) => bytes,
};

interface Damage {
  file: number;
  bytes: Buffer | null;
  at: number;
}

const routerFolders: FuzzKind<Damage> = {
  name: "router folders",
  input: fc.record({
    file: fc.nat(3),
    bytes: fc.option(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
        fc.constantFrom("null", "{}", "[]", '{"kind":"router"}', "1").map((s) => Buffer.from(s)),
        changed({ kind: "router", formatVersion: 2, files: [{ file: "header.json" }] }).map((m) =>
          Buffer.from(JSON.stringify(m) ?? ""),
        ),
      ),
    ),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  async holds({ file, bytes, at }, { folder, routerFiles }) {
    const of = path.join(folder, "router");
    mkdirSync(of, { recursive: true });
    const names = Object.keys(routerFiles);
    const damaged = names[file % names.length];
    for (const name of names) {
      const whole = routerFiles[name];
      const target = path.join(of, name);
      if (name !== damaged) writeFileSync(target, whole);
      else if (bytes === null) writeFileSync(target, whole.subarray(0, at * whole.length));
      else writeFileSync(target, bytes);
    }
    await mayRefuse(() => readRouter(of));
    // The same without the manifest, which would tell by its digests.
    rmSync(path.join(of, "manifest.json"), { force: true });
    await mayRefuse(() => readRouter(of));
  },
  fromCorpus: (bytes) => {
    const { file, text } = JSON.parse(bytes.toString()) as { file: number; text: string };
    return { file, bytes: Buffer.from(text), at: 1 };
  },
};

const CONTEXT = {
  workload_type: "thumbnail_processing",
  payload_size_kb: 200,
  time_window: "midday",
  load_pattern: "low_load",
  hour_of_day: 13,
};

const contexts: FuzzKind<Buffer> = {
  name: "contexts",
  input: fc.oneof(
    changed(CONTEXT).map((context) => Buffer.from(JSON.stringify(context) ?? "")),
    garbled(fc.constant(`${JSON.stringify(CONTEXT)}\n`.repeat(2))),
  ),
  async holds(bytes, { router }) {
    await mayRefuse(() => routeLines(router, bytes.toString("utf8")));
  },
  fromCorpus: (bytes) => bytes,
};

interface Asked {
  method: string;
  target: string;
  headers: [string, string][];
  body: Buffer;
}

const http: FuzzKind<Asked> = {
  name: "http",
  input: fc.record({
    method: fc.constantFrom("POST", "GET", "PUT", "OPTIONS", "DELETE"),
    target: fc.constantFrom("/predict", "/health", "//", "/predict?x", "/%zz", "/..", "//[", "*"),
    headers: fc.array(
      fc.tuple(
        fc.constantFrom("content-type", "accept", "x-odd", "expect"),
        fc.constantFrom("application/json", "a/b", "", "100-continue", "x".repeat(2000)),
      ),
      { maxLength: 3 },
    ),
    body: contexts.input,
  }),
  async holds(asked, { url }) {
    const { status, text } = await ask(url, asked);
    if (status >= 500 || status < 200) throw new Error(`status ${status}: ${text}`);
    if (/\n\s+at .*\.js/.test(text)) throw new Error(`a stack reached the client: ${text}`);
  },
  fromCorpus: (bytes) => {
    const { body, ...asked } = JSON.parse(bytes.toString()) as Asked & { body: string };
    return { ...asked, body: Buffer.from(body) };
  },
};

/** Every kind, in the order in which they are told. */
export const FUZZ_KINDS = [
  logs,
  csv,
  plans,
  planFiles,
  notebooks,
  routerFolders,
  contexts,
  http,
] as unknown as readonly FuzzKind<unknown>[];

/** A folder that goes when the process ends. */
export function fuzzFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "study-fuzz-"));
}
