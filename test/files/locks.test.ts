import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { isLocked, LockHeldError, markOf, takeLock } from "lib/files";
import { scratchFolder } from "../commands/study-command.js";

const FILES = pathToFileURL(path.resolve("lib/dist/files/index.js")).href;

/** A process that takes a lock at `atMs`, tells what came of it and holds what it got. */
function taker(t: TestContext, file: string, atMs: number): ChildProcess {
  const code = `
    import { takeLock } from ${JSON.stringify(FILES)};
    while (Date.now() < ${atMs});
    try { takeLock(${JSON.stringify(file)}); console.log("taken"); }
    catch (error) { console.log(error.name); }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => child.kill("SIGKILL"));
  return child;
}

async function told(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout!, "data")) as [Buffer];
  return chunk.toString().trim();
}

test("of processes that begin at the same moment one gets the lock, stale or not", async (t) => {
  for (const stale of [false, true]) {
    const file = path.join(scratchFolder(t), "a.lock");
    // Of a process that is gone: the number is that of none.
    if (stale) writeFileSync(file, JSON.stringify([{ pid: 2 ** 22 + 1, started: "1" }]));
    const start = Date.now() + 1500;
    const takers = Array.from({ length: 6 }, () => taker(t, file, start));
    const outcomes = await Promise.all(takers.map(told));
    assert.deepEqual(outcomes.sort(), [...Array<string>(5).fill("LockHeldError"), "taken"]);
    for (const one of takers) one.kill("SIGKILL");
  }
});

test("a killed process's lock is taken over at once; a message names file and holder", async (t) => {
  const file = path.join(scratchFolder(t), "deep", "a.lock");
  const holder = taker(t, file, 0);
  assert.equal(await told(holder), "taken");
  assert.ok(isLocked(file));
  assert.throws(
    () => takeLock(file),
    (error: Error) =>
      error instanceof LockHeldError &&
      error.file === file &&
      error.message.includes(`process ${holder.pid} is`) &&
      error.message.includes(file),
  );
  holder.kill("SIGKILL");
  await once(holder, "exit");
  assert.ok(!isLocked(file));
  const started = performance.now();
  const lock = takeLock(file);
  assert.ok(performance.now() - started < 1000);
  assert.ok(isLocked(file));
  lock.release();
  assert.ok(!existsSync(file));
});

test("a number that another process was given later holds nothing; a shared lock outlives one", async (t) => {
  const file = path.join(scratchFolder(t), "a.lock");
  const own = markOf(process.pid);
  if (own.started !== null) {
    writeFileSync(file, JSON.stringify([{ pid: process.pid, started: "1" }]));
    assert.ok(!isLocked(file));
  }
  const helper = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  t.after(() => helper.kill("SIGKILL"));
  takeLock(file).share(helper.pid!);
  const holders = JSON.parse(readFileSync(file, "utf8")) as { pid: number }[];
  assert.deepEqual(
    holders.map(({ pid }) => pid),
    [process.pid, helper.pid],
  );
  writeFileSync(file, JSON.stringify([{ pid: 2 ** 22 + 1, started: null }, holders[1]]));
  assert.ok(isLocked(file));
  helper.kill("SIGKILL");
  await once(helper, "exit");
  assert.ok(!isLocked(file));
});

test("a file cut short, or without sense, holds nothing", (t) => {
  const file = path.join(scratchFolder(t), "a.lock");
  for (const content of ["", "[{", "{}", "12", '[{"pid":"x"}]', "[null]"]) {
    writeFileSync(file, content);
    assert.ok(!isLocked(file), content);
    takeLock(file).release();
  }
});
