import assert from "node:assert/strict";
import { test } from "node:test";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
/** The pool stands behind the door of its folder: only predictions use it. */
const POOL = new URL("../../../lib/dist/models/prediction-pool.js", import.meta.url).href;
const { PredictionPool } = (await import(POOL)) as {
  PredictionPool: new (
    file?: URL,
    threads?: number,
    patienceMs?: number,
  ) => { work(job: object): void };
};

/** A worker's file that takes chunks as the real one does, and fails at the first it gets. */
function workerThat(fails: string): URL {
  const code = `
    import { receiveMessageOnPort, workerData } from "node:worker_threads";
    const { port, sent } = workerData;
    for (let received = 0; ;) {
      Atomics.wait(sent, 0, received);
      for (let told = receiveMessageOnPort(port); told; told = receiveMessageOnPort(port)) {
        received++;
        const job = told.message;
        if (8192 * Atomics.add(job.progress, 0, 1) < job.rows) { ${fails} }
      }
    }`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** A stump on one feature over so many rows that a helper gets a chunk, too. */
function job(rows: number) {
  const shared = <T extends Int32Array | Float64Array | Uint8Array>(values: T): T => {
    const buffer = new SharedArrayBuffer(values.byteLength);
    const copy = new (values.constructor as new (buffer: SharedArrayBuffer) => T)(buffer);
    copy.set(values);
    return copy;
  };
  return {
    // A leaf alone: its test sends every row to itself.
    trees: [
      { nodes: shared(Int32Array.of(0, 255)), value: shared(Float64Array.of(0.5)), depth: 1 },
    ],
    codes: shared(new Uint8Array(rows)),
    width: 1,
    sums: shared(new Float64Array(rows)),
    rows,
    mixed: null,
    progress: shared(new Int32Array(3)),
  };
}

const ROWS = 40 * 8192;

test("the real helpers add up every row once", () => {
  const work = job(ROWS);
  new PredictionPool(undefined, 1).work(work);
  assert.ok(work.sums.every((sum) => sum === 0.5));
});

test(
  "a helper that throws, or dies at a chunk it took, ends the prediction with a word",
  { timeout: 30_000 },
  () => {
    const faults: [string, RegExp][] = [
      [
        `port.postMessage({ failure: "RangeError: no memory" });
         Atomics.add(job.progress, 2, 1);
         Atomics.notify(job.progress, 1);
         throw new RangeError("no memory");`,
        /has failed or died \(RangeError: no memory\)/,
      ],
      ["process.exit(1);", /has failed or died \(no chunk was ended within 1 s\)/],
    ];
    for (const [fails, message] of faults) {
      const pool = new PredictionPool(workerThat(fails), 1, 1000);
      // A job that ended before the helper was up says nothing yet.
      assert.throws(() => {
        for (let tried = 0; tried < 1000; tried++) pool.work(job(ROWS));
      }, message);
    }
  },
);

test("the real worker says what it fails at, and wakes who waits", { timeout: 30_000 }, () => {
  const { port1, port2 } = new MessageChannel();
  const sent = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("prediction-worker.js", POOL), {
    workerData: { port: port2, sent },
    transferList: [port2],
  });
  worker.on("error", () => {});
  worker.unref();
  port1.unref();
  const broken = { ...job(ROWS), trees: [null] };
  port1.postMessage(broken);
  Atomics.add(sent, 0, 1);
  Atomics.notify(sent, 0);
  assert.notEqual(Atomics.wait(broken.progress, 1, 0, 20_000), "timed-out");
  assert.equal(Atomics.load(broken.progress, 2), 1);
  assert.match(receiveMessageOnPort(port1)!.message.failure, /TypeError/);
});
