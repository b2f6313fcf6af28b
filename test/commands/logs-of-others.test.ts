import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { FORMATS, LOG_FIELDS, readRequests } from "lib/requests";
import { DEFAULTS, readSettings, studySchema } from "lib/settings";
import { createRandom } from "lib/statistics";
import { logFolder } from "../requests/log-folder.js";
import { study as run, type Ended } from "./study-command.js";

const study = (...args: string[]): Ended => run(args);
const NAMES = ["resize", "checkout", "search"];

/** Three workloads of other names, latency_ms for the response time, no size in some rows. */
function foreignRows(rows: number): string {
  const random = createRandom("logs of others");
  return Array.from({ length: rows }, (_, i) => {
    const onLambda = random.uniform() < 0.5;
    const size = random.uniform() < 0.7 ? { size_kb: [10, 50, 200][i % 3] } : {};
    const row = {
      platform: onLambda ? "Lambda" : "fargate",
      service: NAMES[Math.floor(random.uniform() * 3)],
      sent_at: new Date(Date.UTC(2025, 10, 22) + i * 60_000).toISOString(),
      status: 200,
      part_of_day: i % 1440 < 720 ? "a.m." : "p.m.",
      traffic: "steady",
      latency_ms: Math.round((onLambda ? 80 : 90) * Math.exp(random.uniform()) * 1000) / 1000,
      ...size,
    };
    return `${JSON.stringify(row)}\n`;
  }).join("");
}

test("logs with three workloads of other names and latency_ms: init writes a study, audit and label take it", async (t) => {
  const folder = logFolder(t, { "logs/a.jsonl": foreignRows(900) });
  const logs = path.join(folder, "logs");
  const file = path.join(folder, "study.yaml");
  const made = study("init", logs, "--out", file);
  assert.equal(made.status, 0, made.stderr);
  const text = readFileSync(file, "utf8");
  const { stated } = readSettings({ config: file });
  const found = { columns: stated.logs!.columns! };
  assert.deepEqual(found.columns, {
    workload_type: "service",
    timestamp: "sent_at",
    http_status: "status",
    response_time_ms: "latency_ms",
    target_payload_size_kb: "size_kb",
    time_window: "part_of_day",
    load_pattern: "traffic",
  });
  assert.deepEqual(Object.keys(stated.workloads!).sort(), [...NAMES].sort());
  assert.deepEqual(stated.windows, [{ name: "a.m." }, { name: "p.m." }]);
  assert.deepEqual(stated.patterns, ["steady"]);
  assert.match(text, /name: "p\.m\." \} # 180 requests, sent at 12-14 h UTC/);
  assert.match(text, /TODO ECS task: in the service's task definition/);
  assert.equal(study("init", logs, "--out", file).status, 2, "nothing is overwritten");

  // The one edit: what each task is, and what each function has.
  const edited = text
    .replaceAll("# ecsTask", "ecsTask")
    .replaceAll("# lambdaMemoryMb", "lambdaMemoryMb");
  writeFileSync(file, edited);
  const stateds = readSettings({ config: file }).stated;
  assert.deepEqual(stateds.workloads!.resize, {
    lambdaMemoryMb: 512,
    ecsTask: { vcpu: 0.25, memoryGb: 0.5 },
  });
  const priced = study("label", logs, "--config", file, "--json");
  assert.equal(priced.status, 0, priced.stderr);
  assert.doesNotMatch(priced.stderr, /not declared/);

  const read = await readRequests(logs, { columns: found.columns });
  assert.deepEqual([read.totals.rows, read.totals.quarantined], [900, 0]);
  const maps = Object.entries(found.columns).flatMap(([field, column]) => [
    "--map",
    `${field}=${column}`,
  ]);
  const audit = study("audit", logs, ...maps, "--json");
  assert.ok(audit.status === 0 || audit.status === 1, audit.stderr);
  const { rows, checks } = JSON.parse(audit.stdout) as {
    rows: number;
    checks: { id: string; verdict: string; evidence: string }[];
  };
  assert.equal(rows, 900);
  for (const id of ["clocks-agree", "load-latency", "payload-slope", "load-execution"]) {
    const check = checks.find((one) => one.id === id)!;
    assert.equal(check.verdict, "not applicable", id);
    assert.match(check.evidence, /the platform's clock \(metrics\.execution_time_ms\)/);
  }
  assert.ok(checks.every(({ evidence }) => !/NaN|undefined/.test(evidence)));
  const label = study("label", logs, ...maps, "--clock", "response", "--json");
  assert.equal(label.status, 0, label.stderr);
  const ofRun = study("run", "--data", logs, "--map", "platform=target", "--map", "latency=x");
  assert.equal(ofRun.status, 2);
  assert.match(ofRun.stderr, /^study run: --set: logs\.columns: latency is no field of the study/);
  assert.match(
    study("audit", logs, "--map", "latency=x").stderr,
    /columns: latency is no field of the study; there are platform/,
  );
});

test("study join writes a campaign and tells what became of every record", async (t) => {
  const root = (n: number): string => `1-6921bcb5-${String(n).padStart(24, "0")}`;
  const points = [1, 2, 3].map((n) =>
    JSON.stringify({
      metric: "http_req_duration",
      type: "Point",
      data: {
        time: `2025-11-22T13:34:4${n}Z`,
        value: 100 + n,
        tags: { name: "resize", status: "200", trace_id: root(n) },
      },
    }),
  );
  const report = (n: number): string =>
    `REPORT RequestId: 1111-${n}\tDuration: 47.28 ms\tBilled Duration: 48 ms\tMemory Size: 1024 MB` +
    `\tMax Memory Used: 86 MB\tXRAY TraceId: ${root(n)}\t`;
  const folder = logFolder(t, {
    "k6.json": points.join("\n"),
    "lambda.log": [report(1), report(2), report(9)].join("\n"),
    "other.log": report(9),
  });
  const at = (name: string): string => path.join(folder, name);
  const args = ["join", at("k6.json"), "--with", at("lambda.log"), "--out"];
  const done = study(...args, at("joined"));
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stdout, /3 rows of clients: 2 matched, 1 seen by a client only/);
  assert.match(done.stdout, /3 records of lambda-report: 2 matched, 1 without a row/);
  const told = JSON.parse(readFileSync(at("joined/join.json"), "utf8")) as {
    clientOnly: { place: string }[];
    providerOnly: { place: string }[];
  };
  assert.deepEqual(
    [told.clientOnly[0].place, told.providerOnly[0].place],
    ["k6.json:3", "lambda.log:3"],
  );
  // The folder is a campaign, of which the report is no part.
  const { totals, notes } = await readRequests(at("joined"));
  assert.deepEqual([totals.files, totals.rows, totals.quarantined], [1, 3, 0]);
  assert.match(notes[0], /1 answered requests name no platform/);
  assert.equal(study(...args, at("joined")).status, 2, "nothing is overwritten");

  const none = study("join", at("k6.json"), "--with", at("other.log"), "--out", at("none"));
  assert.equal(none.status, 1);
  assert.match(none.stdout, /No row was matched\. Ids of the clients: 1-6921bcb5-0+1; of the/);
  const usage = study("join", at("k6.json"));
  assert.equal(usage.status, 2);
  assert.ok(!existsSync(at("joined/requests.jsonl.partial")));
});

test("the README names every field and every format that is read", () => {
  const readme = readFileSync("README.md", "utf8");
  for (const { name } of LOG_FIELDS) assert.ok(readme.includes(`\`${name}\``), name);
  for (const { id } of FORMATS) assert.ok(readme.includes(`\`${id}\``), id);
});

test("init without logs writes an example that states nothing, and states what it shows", (t) => {
  const folder = logFolder(t, { "logs/a.jsonl": foreignRows(50) });
  const file = path.join(folder, "study.yaml");
  assert.equal(study("init", "--out", file).status, 0);
  const text = readFileSync(file, "utf8");
  assert.equal(study("init").stdout, text);
  assert.deepEqual(readSettings({ config: file }).options, []);
  const audit = study("audit", path.join(folder, "logs"), "--config", file, "--no-fail");
  assert.equal(audit.status, 2, "its columns have other names");
  assert.match(audit.stderr, /sent_at is not a field that is read; did you mean timestamp/);
  writeFileSync(file, text.replace(/^# (?!yaml-)/gm, ""));
  const { stated } = readSettings({ config: file });
  const { properties } = studySchema() as { properties: object };
  assert.deepEqual(Object.keys(stated).sort(), Object.keys(properties).sort());
  for (const option of ["seed", "windows", "patterns", "prices", "split", "search", "slo"] as const)
    assert.deepEqual(stated[option], DEFAULTS[option], option);
});
