import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { pushFolder } from "lib/collect";
import { createRandom } from "lib/statistics";
import { store, type Store } from "./store.js";

const COLLECTORS = 4;
const LIVES = 3;
const ROWS = 1500;

/**
 * Lets a collector write until it has said `rows` rows, then kills it; returns how many it had
 * said.
 */
async function live(
  { server, folder }: Store,
  life: string,
  spool: string,
  rows: number,
): Promise<number> {
  const script = fileURLToPath(new URL("collector-process.js", import.meta.url));
  const { accessKeyId, secretAccessKey } = server.keys;
  // A file takes what is said at once, where a pipe may be full.
  const said = path.join(folder, `said-${life}`);
  const output = openSync(said, "w");
  const count = (): number => readFileSync(said).filter((byte) => byte === 10).length;
  const child = spawn(
    process.execPath,
    [
      script,
      server.endpoint,
      accessKeyId,
      secretAccessKey,
      path.join(folder, spool),
      life,
      String(ROWS),
    ],
    { stdio: ["ignore", output, "inherit"] },
  );
  closeSync(output);
  const watch = setInterval(() => count() >= rows && child.kill("SIGKILL"), 5);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on("close", (...ended) => resolve(ended)),
  );
  clearInterval(watch);
  assert.ok(
    signal === "SIGKILL" || (code === 0 && count() === ROWS),
    `${life} ended with ${code ?? signal} after ${count()} rows`,
  );
  return count();
}

test(
  "many collectors at once, killed at random moments: each row that was taken is in the store " +
    "once",
  async (t) => {
    const random = createRandom(11);
    // A store that loses answers, throttles and fails, now and then.
    const there = await store(t, {
      trouble: ({ method }) => {
        const draw = random.uniform();
        return method !== "PUT" || draw > 0.3
          ? undefined
          : draw < 0.1
            ? { loseAnswer: true }
            : draw < 0.2
              ? { status: 503, code: "SlowDown" }
              : { status: 409, code: "ConditionalRequestConflict" };
      },
    });
    const said = new Map<string, number>();
    await Promise.all(
      Array.from({ length: COLLECTORS }, async (_, c) => {
        for (let l = 0; l < LIVES; l++) {
          // Two collectors share each spool; the last life of each runs to its end.
          const life = `${c}.${l}`;
          const rows = l === LIVES - 1 ? Infinity : 1 + random.integer(ROWS);
          said.set(life, await live(there, life, `spool${c % 2}`, rows));
        }
      }),
    );
    for (const spool of ["spool0", "spool1"]) {
      await pushFolder(path.join(there.folder, spool), "s3://logs/run", there.s3);
      assert.deepEqual(
        readdirSync(path.join(there.folder, spool)).filter((name) => name.endsWith(".jsonl")),
        [],
      );
    }
    const inStore = [...there.objects]
      .filter(([key]) => key.endsWith(".gz"))
      .flatMap(([, content]) => gunzipSync(content).toString().trimEnd().split("\n"))
      .map((row) => (JSON.parse(row) as { request_id: string }).request_id);
    assert.equal(new Set(inStore).size, inStore.length, "no row is doubled");
    const found = new Set(inStore);
    let taken = 0;
    for (const [life, rows] of said) {
      for (let i = 0; i < rows; i++)
        assert.ok(found.has(`${life}-${i}`), `row ${life}-${i} is lost`);
      taken += rows;
    }
    assert.ok(taken >= COLLECTORS * (ROWS + LIVES - 1));
    assert.ok([...there.objects.keys()].length > 50, "the rows came in many parts");
    const { requests, totals } = await there.read("s3://logs/run");
    assert.deepEqual([totals.rows, totals.quarantined], [inStore.length, 0]);
    assert.equal(new Set(requests.requestIdHash).size, inStore.length);
  },
);
