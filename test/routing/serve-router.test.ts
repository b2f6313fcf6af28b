import assert from "node:assert/strict";
import { request } from "node:http";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { after, before, test } from "node:test";
import { routeRequest, serveRouter, type RequestRouter, type RouterServer } from "lib/routing";
import { CONTEXT, smallRouter } from "./small-router.js";

let router: RequestRouter;
let server: RouterServer;
before(async () => {
  router = await smallRouter();
  server = await serveRouter(router, { maxBodyBytes: 10_000 });
});
after(() => server.close());

const post = async (
  body: string,
  path = "/predict",
): Promise<{ status: number; text: string; type: string | null }> => {
  const response = await fetch(server.url + path, { method: "POST", body });
  return {
    status: response.status,
    text: await response.text(),
    type: response.headers.get("content-type"),
  };
};

test("one context in, the same route as in the process out; spread over lines, too", async () => {
  for (const body of [JSON.stringify(CONTEXT), JSON.stringify(CONTEXT, null, 2)]) {
    const { status, text } = await post(body);
    assert.deepEqual([status, JSON.parse(text)], [200, routeRequest(router, CONTEXT)]);
  }
});

test("JSON lines: a line each, refused ones named in place", async () => {
  const good = await post(
    `${JSON.stringify(CONTEXT)}\n${JSON.stringify({ ...CONTEXT, payload_size_kb: 1000 })}\n`,
  );
  assert.deepEqual(
    [
      good.status,
      good.type,
      good.text
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { platform: string }).platform),
    ],
    [200, "application/x-ndjson", ["lambda", "ecs"]],
  );
  const mixed = await post(`${JSON.stringify(CONTEXT)}\n\n{"workload_type":"mining"}\nnot JSON\n`);
  const answers = mixed.text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { line?: number; error?: string });
  assert.deepEqual([mixed.status, answers.map(({ line }) => line)], [400, [undefined, 3, 4]]);
  assert.match(answers[1].error!, /"workload_type" is "mining"/);
  assert.match(answers[2].error!, /^not JSON/);
});

test("what cannot be answered says why", async () => {
  const cases: [string, number, RegExp][] = [
    ["{", 400, /^not JSON/],
    ["", 400, /the body is empty/],
    ["[]", 400, /a context is a JSON object/],
    ['{"workload_type":"mining"}', 400, /must be one of lightweight_api/],
    [JSON.stringify({ ...CONTEXT, hour_of_day: undefined }), 400, /"hour_of_day" is missing/],
    ["x".repeat(10_001), 413, /at most 10000 bytes/],
  ];
  for (const [body, expected, message] of cases) {
    const { status, text } = await post(body);
    assert.equal(status, expected);
    assert.match((JSON.parse(text) as { error: string }).error, message);
  }
  assert.equal((await post("{}", "/else")).status, 404);
  const wrong = await fetch(`${server.url}/predict`);
  assert.deepEqual([wrong.status, wrong.headers.get("allow")], [405, "POST"]);
  await wrong.text();
});

test("a body that grows past the limit without saying so is cut off", async () => {
  const status = await new Promise<number>((resolve, reject) => {
    const sent = request(
      `${server.url}/predict`,
      { method: "POST", headers: { "Transfer-Encoding": "chunked" } },
      (response) => {
        response.resume();
        resolve(response.statusCode!);
      },
    ).on("error", reject);
    sent.write("x".repeat(9000));
    sent.write("x".repeat(9000));
    sent.end();
  });
  assert.equal(status, 413);
  assert.equal((await post(JSON.stringify(CONTEXT))).status, 200);
});

test("health names the model and the campaign", async () => {
  const response = await fetch(`${server.url}/health`);
  const { arrivals, ...said } = (await response.json()) as { arrivals: { requests: number } };
  assert.ok(arrivals.requests > 0);
  assert.deepEqual(
    [response.status, said],
    [
      200,
      {
        status: "ok",
        model: "gradient-boosting",
        run: "small",
        campaign: "stated in a test",
        simulated: true,
      },
    ],
  );
});

test("closing lets the request under way end, and takes no more", async () => {
  const own = await serveRouter(router);
  const body = JSON.stringify(CONTEXT);
  const answered = new Promise<string>((resolve, reject) => {
    let text = "";
    const socket = connect(own.port, "127.0.0.1")
      .on("error", reject)
      .on("data", (chunk) => (text += chunk.toString()))
      .on("close", () => resolve(text));
    socket.write(
      `POST /predict HTTP/1.1\r\nHost: 127.0.0.1:${own.port}\r\n` +
        `Content-Length: ${body.length}\r\n\r\n`,
    );
    // The server holds the head of a request when it is told to stop; the body comes afterwards.
    setImmediate(
      () =>
        void (async () => {
          await fetch(`${own.url}/health`).then((response) => response.text());
          const closed = own.close(60_000);
          socket.write(body);
          await closed;
        })(),
    );
  });
  assert.match(await answered, /^HTTP\/1\.1 200 .*"platform":"lambda"/s);
  await assert.rejects(fetch(`${own.url}/health`));
});

test("a request for another host is not answered, whatever it asks", async () => {
  const ask = (host: string, path = "/health", method = "GET"): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(server.url + path, { method, headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      }).on("error", reject);
      sent.end(method === "POST" ? JSON.stringify(CONTEXT) : undefined);
    });
  for (const host of ["evil.example", `evil.example:${server.port}`, "127.0.0.1", "localhost:1"]) {
    assert.equal(await ask(host), 421, host);
    assert.equal(await ask(host, "/predict", "POST"), 421, host);
  }
  for (const host of [`127.0.0.1:${server.port}`, `localhost:${server.port}`])
    assert.equal(await ask(host), 200, host);
});

test("a connection that sends no head, or one more than there may be, is closed", async (t) => {
  const own = await serveRouter(router, { headerTimeoutMs: 1000 });
  t.after(() => own.close(0));
  const closed = (socket: Socket): Promise<number> => {
    const began = performance.now();
    return new Promise((resolve) => socket.on("close", () => resolve(performance.now() - began)));
  };
  const open = (): Socket =>
    connect(own.port, "127.0.0.1")
      .on("error", () => {})
      .resume();
  const slow = open();
  slow.write("POST /predict HTTP/1.1\r\nHost: 127");
  assert.ok((await closed(slow)) < 10_000);
  const many = Array.from({ length: 100 }, open);
  await Promise.all(many.map((socket) => once(socket, "connect")));
  assert.ok((await closed(open())) < 900, "at once, not after the time for a head");
  for (const socket of many) socket.destroy();
});
