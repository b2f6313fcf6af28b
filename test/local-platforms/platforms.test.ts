import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { type CampaignPlan, type Workload } from "lib/campaign";
import { requestBody } from "lib/collect";
import { startLocalPlatforms, type LocalPlatforms } from "lib/local-platforms";
import { median } from "lib/statistics";
import { singlePlan } from "../collect/tiny-plan.js";

interface Answered {
  status: number;
  body: {
    request_id: string | null;
    platform: string;
    workload_type: string;
    error?: string;
    result?: Record<string, number | string>;
    metrics?: Record<string, number | boolean>;
  };
}

/**
 * One workload of each kind of limit: a Lambda that may have two environments, an ECS service with
 * one task, one place and nothing to wait in.
 */
const PLAN: CampaignPlan = (() => {
  const plan = singlePlan();
  return {
    ...plan,
    lambda: {
      ...plan.lambda,
      concurrencyLimit: 2,
      keepAlive: { law: "fixed", seconds: 3600 },
      payloadLimitBytes: 400_000,
    },
    ecs: { ...plan.ecs, tasks: 1, concurrencyPerTask: 1, queueLimit: 1 },
  };
})();
let platforms: LocalPlatforms;
before(async () => (platforms = await startLocalPlatforms(PLAN, { seed: 1 })));
after(() => platforms.close());

async function post(
  base: string,
  workload: string,
  body: Buffer | string,
  id = "req_1",
): Promise<Answered> {
  const response = await fetch(`${base}/${workload}`, {
    method: "POST",
    body,
    headers: { "x-request-id": id },
  });
  return { status: response.status, body: (await response.json()) as Answered["body"] };
}

test(
  "a function's first request waits for a process, the next ones do not, and its keep-alive " +
    "ends",
  async () => {
    const body = await requestBody("medium_processing", 64, 1);
    const invoke = (): Promise<Answered> =>
      post(platforms.lambdaUrl, "medium_processing", body, "req_7");
    const first = await invoke();
    const second = await invoke();
    assert.deepEqual(
      [first.body.metrics?.cold_start, second.body.metrics?.cold_start],
      [true, false],
    );
    assert.deepEqual(
      [first.body.request_id, first.body.platform, first.body.workload_type],
      ["req_7", "lambda", "medium_processing"],
    );
    assert.deepEqual(
      [first.body.metrics?.memory_limit_mb, first.body.metrics?.payload_size_kb],
      [1024, body.length / 1024],
    );
    platforms.skip(3000);
    assert.equal((await invoke()).body.metrics?.cold_start, false);
    platforms.skip(3700);
    assert.equal((await invoke()).body.metrics?.cold_start, true);
  },
);

test(
  "one request at a time in an environment; 429 above the function's limit, 503 above the " +
    "service's queue",
  async () => {
    // Long enough that all three meet: a function begins with a cold start, and 4 MiB take a task
    // some 200 ms.
    const three = async (base: string, kb: number): Promise<Answered[]> => {
      const body = await requestBody("heavy_processing", kb, 1);
      return Promise.all([1, 2, 3].map(() => post(base, "heavy_processing", body)));
    };
    const lambda = await three(platforms.lambdaUrl, 16);
    const ecs = await three(platforms.ecsUrl, 4096);
    assert.deepEqual(lambda.map(({ status }) => status).sort(), [200, 200, 429]);
    assert.deepEqual(
      lambda
        .filter(({ status }) => status === 200)
        .map((answer) => answer.body.metrics?.cold_start),
      [true, true],
    );
    assert.deepEqual(ecs.map(({ status }) => status).sort(), [200, 200, 503]);
    assert.match(ecs.find(({ status }) => status === 503)!.body.error!, /1 requests are waiting/);
    assert.ok(
      ecs
        .filter(({ status }) => status === 200)
        .every(
          ({ body: { metrics } }) =>
            Number(metrics?.cpu_percent) > 0 && metrics?.cold_start === undefined,
        ),
    );
  },
);

test(
  "413 above Lambda's payload limit, and no such limit on ECS; 400 and 404 for what is no " +
    "request",
  async () => {
    const large = await requestBody("medium_processing", 512, 1);
    const refused = await post(platforms.lambdaUrl, "medium_processing", large);
    assert.deepEqual(
      [refused.status, refused.body.error],
      [413, `a body of ${large.length} bytes is above the limit of 400000`],
    );
    assert.equal((await post(platforms.ecsUrl, "medium_processing", large)).status, 200);
    assert.equal((await post(platforms.ecsUrl, "medium_processing", "{")).status, 400);
    assert.match(
      (await post(platforms.ecsUrl, "thumbnail_processing", '{"payload":"bm8gcGljdHVyZQ=="}')).body
        .error!,
      /must be a picture/,
    );
    assert.match(
      (
        await post(
          platforms.ecsUrl,
          "lightweight_api",
          '{"payload":[{"id":1,"name":"A","amount":1,"tags":[]}]}',
        )
      ).body.error!,
      /payload\[0\]\.name must be small letters/,
    );
    assert.equal((await post(platforms.ecsUrl, "no_such_work", "{}")).status, 404);
  },
);

test("the work is real, and the same on both platforms", async () => {
  for (const workload of [
    "lightweight_api",
    "thumbnail_processing",
    "medium_processing",
    "heavy_processing",
  ] as Workload[]) {
    const body = await requestBody(workload, 100, 2);
    const payload = (JSON.parse(body.toString()) as { payload: string | unknown[] }).payload;
    const results = [
      await post(platforms.lambdaUrl, workload, body),
      await post(platforms.ecsUrl, workload, body),
    ].map((answer) => answer.body.result!);
    assert.deepEqual(results[0], results[1]);
    const bytes = typeof payload === "string" ? Buffer.from(payload, "base64") : Buffer.alloc(0);
    if (workload === "lightweight_api") assert.equal(results[0].records, payload.length);
    if (workload === "medium_processing")
      assert.equal(results[0].sha256, createHash("sha256").update(bytes).digest("hex"));
    if (workload === "heavy_processing")
      assert.deepEqual(
        [results[0].bytes, Number(results[0].compressed_bytes) < bytes.length / 2],
        [bytes.length, true],
      );
    if (workload === "thumbnail_processing")
      assert.ok(
        Number(results[0].width) > 256 && Number(results[0].thumbnail_bytes) > 1000,
        JSON.stringify(results[0]),
      );
  }
});

test("memory is a share of a CPU: a smaller share is slower, and none is exceeded", async () => {
  const body = await requestBody("lightweight_api", 50, 1);
  // The service has a quarter of a CPU, the function 128 / 1769 of one.
  const lambdaMs: number[] = [];
  const ecsMs: number[] = [];
  for (let i = 0; i < 15; i++) {
    const lambda = await post(platforms.lambdaUrl, "lightweight_api", body);
    const ecs = await post(platforms.ecsUrl, "lightweight_api", body);
    lambdaMs.push(Number(lambda.body.metrics!.execution_time_ms));
    ecsMs.push(Number(ecs.body.metrics!.execution_time_ms));
    // CPU time in the handler's time, as a part of what the quarter allows.
    const percent = Number(ecs.body.metrics!.cpu_percent);
    assert.ok(percent > 0 && percent < 101, String(percent));
  }
  assert.ok(
    median(lambdaMs) > median(ecsMs),
    `with 0.29 times the CPU: ${median(lambdaMs)} ms, and ${median(ecsMs)} ms`,
  );
});

/** Processes of this one that run the handler of a workload with a share of a CPU. */
function environmentsOf(workload: string, cpuShare: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = Number(
          readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ")[1],
        );
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        return (
          parent === process.pid && command.includes(workload) && command.includes(String(cpuShare))
        );
      } catch {
        // It has ended meanwhile.
        return false;
      }
    });
}

test(
  "a task that dies is replaced; an environment that dies is a 502 or a new cold start",
  { skip: process.platform !== "linux" && "reads /proc" },
  async () => {
    const body = await requestBody("thumbnail_processing", 25, 1);
    const untilAnswered = async (base: string): Promise<Answered> => {
      for (let tries = 0; ; tries++) {
        const answer = await post(base, "thumbnail_processing", body);
        if (answer.status === 200) return answer;
        assert.ok(
          [502, 503].includes(answer.status) && tries < 500,
          `${answer.status} after ${tries} tries`,
        );
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const shares = { ecs: 0.5, lambda: 512 / 1769 };
    await untilAnswered(platforms.lambdaUrl);
    for (const [platform, url] of [
      ["ecs", platforms.ecsUrl],
      ["lambda", platforms.lambdaUrl],
    ] as const) {
      const [victim] = environmentsOf("thumbnail_processing", shares[platform]);
      process.kill(victim, "SIGKILL");
      const answer = await untilAnswered(url);
      assert.equal(answer.body.metrics?.cold_start, platform === "lambda" ? true : undefined);
      const now = environmentsOf("thumbnail_processing", shares[platform]);
      assert.ok(now.length === 1 && now[0] !== victim, `${victim} and then ${now}`);
    }
  },
);
