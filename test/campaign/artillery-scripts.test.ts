import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { artilleryFiles, artilleryScript, shippedPlan } from "lib/campaign";
import { study } from "../commands/study-command.js";

test("the committed scripts are those the plans generate", () => {
  for (const { file, text } of artilleryFiles()) {
    assert.equal(
      readFileSync(path.resolve("artillery-tests", file), "utf8"),
      text,
      `${file} differs from its plan; see artillery-tests/README.md`,
    );
  }
  const committed = readdirSync("artillery-tests")
    .filter((name) => name.endsWith(".yml"))
    .sort();
  assert.deepEqual(
    committed,
    artilleryFiles()
      .map(({ file }) => file)
      .sort(),
  );
});

test("the ramp: Artillery's own names, the plan's rates and weights", () => {
  const { config, scenarios } = artilleryScript(shippedPlan("variance"), "ramp_load");
  assert.deepEqual(config.phases, [
    { name: "ramp_load 1", duration: 3600, arrivalRate: 5, rampTo: 25 },
  ]);
  assert.equal(config.http.timeout, 10);
  assert.equal(scenarios.length, 8);
  assert.deepEqual(scenarios[1].flow, [
    {
      post: {
        url: "/lambda/lightweight_api?kb=0.5,1,5,10",
        beforeRequest: ["prepare"],
        afterResponse: ["recordAnswer"],
      },
    },
  ]);
  assert.throws(
    () => artilleryScript(shippedPlan("variance"), "sparse"),
    /has no pattern "sparse"; it has low_load/,
  );
});

type Hook = (...given: unknown[]) => void;

/** The processor, bundled as for a worker, with its logs in a folder of its own. */
async function withProcessor(
  use: (hooks: Record<string, Hook>, logs: () => Record<string, unknown>[]) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "processor-"));
  const outfile = path.join(folder, "processor.mjs");
  const kept = { ...process.env };
  try {
    assert.equal(study(["plan", "variance", "--scripts", folder]).status, 0);
    Object.assign(process.env, {
      STUDY_OUT: path.join(folder, "logs"),
      STUDY_SEED: "1",
      LAMBDA_BASE_URL: "https://lambda.test/stage/",
      ECS_BASE_URL: "http://ecs.test",
    });
    const hooks = (await import(pathToFileURL(outfile).href)) as Record<string, Hook>;
    await use(hooks, () =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".jsonl"))
        .flatMap((name) =>
          readFileSync(path.join(folder, name), "utf8")
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line) as Record<string, unknown>),
        ),
    );
  } finally {
    process.env = kept;
    rmSync(folder, { recursive: true });
  }
}

test("the processor: bodies to the byte, and a row for every request, answered or not", () =>
  withProcessor(async (hooks, logs) => {
    const send = (
      url: string,
    ): {
      request: { url: string; body: Buffer; headers: Record<string, string> };
      context: object;
    } => {
      const request = { url, body: Buffer.alloc(0), headers: {} };
      const context = { vars: { pattern: "low_load" } };
      hooks.prepare(request, context, null, (error?: Error) => assert.equal(error, undefined));
      return { request, context };
    };
    const answered = send("/lambda/thumbnail_processing?kb=50");
    const refused = send("/ecs/heavy_processing?kb=2048");
    const odd = send("/ecs/heavy_processing?kb=2048");
    assert.equal(answered.request.url, "https://lambda.test/stage/thumbnail_processing");
    assert.equal(answered.request.body.length, 50 * 1024 + 50);
    assert.equal(JSON.parse(answered.request.body.toString()).workload, "thumbnail_processing");
    const done = (): void => {};
    hooks.recordAnswer(
      answered.request,
      { statusCode: 200, body: '{"metrics":{"execution_time_ms":12.5,"cold_start":true}}' },
      answered.context,
      null,
      done,
    );
    hooks.recordError(
      Object.assign(new Error("refused"), { code: "ECONNREFUSED" }),
      refused.request,
      refused.context,
      null,
      done,
    );
    hooks.recordAnswer(odd.request, { statusCode: 200, body: "<html>" }, odd.context, null, done);
    // An error of Artillery's own, without a request, is no row.
    hooks.recordError(new Error("early"), {}, { vars: {} }, null, done);
    const headers: Record<string, string> = answered.request.headers;
    const traced = logs().find(
      ({ trace_id }) => headers["x-amzn-trace-id"] === `Root=${trace_id as string}`,
    );
    assert.equal(traced?.platform, "lambda");
    const rows = logs().map(({ platform, http_status, error, actual_payload_size_kb }) => ({
      platform,
      http_status,
      error,
      actual_payload_size_kb,
    }));
    rows.sort(
      (a, b) =>
        String(a.platform).localeCompare(String(b.platform)) ||
        Number(a.http_status) - Number(b.http_status),
    );
    assert.deepEqual(rows, [
      {
        platform: "ecs",
        http_status: 0,
        error: "ECONNREFUSED",
        actual_payload_size_kb: 2048 + 50 / 1024,
      },
      {
        platform: "ecs",
        http_status: 502,
        error: "the answer holds no metrics.execution_time_ms",
        actual_payload_size_kb: 2048 + 50 / 1024,
      },
      {
        platform: "lambda",
        http_status: 200,
        error: undefined,
        actual_payload_size_kb: 50 + 50 / 1024,
      },
    ]);
  }));

test("a duet's script: both halves of a pair in two steps that are taken at once", () => {
  const plan = { ...shippedPlan("variance"), duet: true };
  const { scenarios } = artilleryScript(plan, "low_load");
  assert.deepEqual(
    scenarios.map(({ name, weight }) => [name, weight]),
    plan.workloads.map(({ workload, weight }) => [`duet ${workload}`, weight.ecs + weight.lambda]),
  );
  const { parallel } = scenarios[0].flow[0] as { parallel: { post: { url: string } }[] };
  assert.deepEqual(
    parallel.map(({ post }) => post.url),
    ["/duet/lightweight_api?kb=0.5,1,5,10", "/duet/lightweight_api?kb=0.5,1,5,10"],
  );
});

test("the processor's pairs: one body, either platform first, both rows at the second's end", () =>
  withProcessor(async (hooks, logs) => {
    const url = "/duet/lightweight_api?kb=0.5,1,5";
    const answer = { statusCode: 200, body: '{"metrics":{"execution_time_ms":1}}' };
    const first = { ecs: 0, lambda: 0 };
    for (let pair = 0; pair < 40; pair++) {
      const context = { vars: { pattern: "low_load" } };
      const halves = [0, 1].map(() => {
        const request = { url, body: Buffer.alloc(0), headers: {} as Record<string, string> };
        hooks.prepare(request, context, null, (error?: Error) => assert.equal(error, undefined));
        return request;
      });
      assert.equal(halves[0].body, halves[1].body);
      assert.deepEqual(halves.map((half) => new URL(half.url).host).sort(), [
        "ecs.test",
        "lambda.test",
      ]);
      first[halves[0].url.includes("ecs.test") ? "ecs" : "lambda"]++;
      let goneOn = 0;
      const next = (): void => void goneOn++;
      const failed = Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
      hooks.recordError(failed, halves[1], context, null, next);
      assert.deepEqual([goneOn, logs().length], [0, 2 * pair]);
      hooks.recordAnswer(halves[0], answer, context, null, next);
      assert.deepEqual([goneOn, logs().length], [2, 2 * pair + 2]);
      const rows = logs().slice(-2);
      assert.deepEqual(
        rows.map((row) => [row.request_id, row.http_status, row.sent_first]),
        halves.map((half, i) => [half.headers["x-request-id"], i === 0 ? 200 : 0, i === 0]),
      );
      assert.equal(rows[0].pair_id, rows[1].pair_id);
      assert.equal(rows[0].actual_payload_size_kb, rows[1].actual_payload_size_kb);
    }
    assert.ok(first.ecs > 5 && first.lambda > 5, JSON.stringify(first));

    // Where one half cannot be sent, the other is not.
    process.env.ECS_BASE_URL = "https://lambda.test";
    const request = { url };
    const error = await new Promise<Error | undefined>((next) =>
      hooks.prepare(request, { vars: {} }, null, next),
    );
    assert.match(String(error), /a duet needs two hosts/);
    assert.equal(request.url, url);
  }));

test("the processor ends virtual users that are not due before the pattern's end", () =>
  withProcessor(async (hooks) => {
    // Ten requests a second for a second, evenly enough (cv 0.1): of 30 prepared, 20 are not due,
    // and the first ten wait.
    let skipped = 0;
    for (let i = 0; i < 30; i++) {
      const context = {
        vars: { arrivals: "cv=0.1&seconds=0.1&from=100&to=100" } as Record<string, unknown>,
      };
      hooks.waitForTurn(context, null, () => {});
      if (context.vars.skip) skipped++;
    }
    assert.ok(skipped >= 19 && skipped <= 21, String(skipped));
  }));

test("the processor sends nothing whose row could not be kept", () =>
  withProcessor(async (hooks, logs) => {
    // A sink at a place where no store is.
    const settings = {
      STUDY_SINK: "s3://logs/run",
      STUDY_SINK_REGION: "eu-west-1",
      AWS_ENDPOINT_URL_S3: "http://127.0.0.1:9",
      AWS_ACCESS_KEY_ID: "KEY",
      AWS_SECRET_ACCESS_KEY: "not told",
    };
    Object.assign(process.env, settings);
    const request = { url: "/lambda/lightweight_api?kb=1" };
    const error = await new Promise<Error | undefined>((next) =>
      hooks.prepare(request, { vars: {} }, null, next),
    );
    assert.match(String(error), /endpoint cannot be reached \(ECONNREFUSED\)/);
    assert.doesNotMatch(String(error), /not told/);
    assert.equal(request.url, "/lambda/lightweight_api?kb=1");
    assert.deepEqual(logs(), []);
  }));

test("hours, and so windows, are those of the plan where the machine stands elsewhere", () =>
  withProcessor(async (hooks, logs) => {
    // The offset at which it is noon now, whatever the hour.
    const now = new Date();
    const offset = 12 * 60 - now.getUTCHours() * 60 + 30 - now.getUTCMinutes();
    process.env.STUDY_UTC_OFFSET_MINUTES = String(offset);
    const context = { vars: { pattern: "low_load" } };
    const request = { url: "/ecs/lightweight_api?kb=1" };
    hooks.prepare(request, context, null, () => {});
    hooks.recordAnswer(
      request,
      { statusCode: 200, body: '{"metrics":{"execution_time_ms":1}}' },
      context,
      null,
      () => {},
    );
    assert.deepEqual(
      logs().map(({ time_window }) => time_window),
      ["midday"],
    );
  }));
