import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { Kernel, type Message } from "lib/runner";
import { isRunning, temporaryFolder, until } from "./temporary-notebooks.js";

let kernel: Kernel;
before(async () => (kernel = await Kernel.start()));
after(() => kernel.shutdown());

async function run(code: string): Promise<{ status: string; messages: Message[] }> {
  const messages: Message[] = [];
  const { status } = await kernel.execute(code, (message) => messages.push(message));
  return { status, messages };
}
const errorNames = (messages: Message[]): string[] =>
  messages.filter(({ type }) => type === "error").map(({ content }) => content.ename);
/** Runs a cell and interrupts it as soon as it has printed something. */
async function interrupted(code: string): Promise<{ status: string; names: string[] }> {
  const messages: Message[] = [];
  const { status } = await kernel.execute(code, (message) => {
    messages.push(message);
    if (message.type === "stream") kernel.interrupt();
  });
  return { status, names: errorNames(messages) };
}

test("an interrupt ends a loop and a wait, and the kernel goes on with what it knew", async () => {
  await run("let kept = 41;");
  assert.deepEqual(await interrupted('console.log("in");\nwhile (true) {}'), {
    status: "error",
    names: ["Interrupted"],
  });
  assert.deepEqual(await interrupted('console.log("in");\nawait new Promise(() => {});'), {
    status: "error",
    names: ["Interrupted"],
  });
  const { messages } = await run("kept + 1");
  assert.deepEqual(messages.find(({ type }) => type === "execute_result")?.content.data, {
    "text/plain": "42",
  });
});

test(
  "an interrupt reaches the running cell only, also where the kernel was slow to answer its " +
    "first questions",
  async (t) => {
    const wait = path.join(temporaryFolder(t), "wait.cjs");
    writeFileSync(wait, "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);");
    const slow = await Kernel.start({ env: { NODE_OPTIONS: `--require "${wait}"` } });
    const interrupt = (message: Message): void =>
      void (message.type === "stream" && slow.interrupt());
    const first = await slow.execute('console.log("in");\nawait new Promise(() => {});', interrupt);
    const second = await slow.execute(
      "await new Promise((resolve) => setTimeout(resolve, 1000));",
      () => {},
    );
    await slow.shutdown();
    assert.deepEqual([first.status, second.status], ["error", "ok"]);
  },
);

test("after an error only the cells already queued are aborted", async () => {
  const queued = ['throw new Error("stop");', "1", "2"].map((code) =>
    kernel.execute(code, () => {}),
  );
  const replies = await Promise.all(queued);
  assert.deepEqual(
    replies.map(({ status }) => status),
    ["error", "aborted", "aborted"],
  );
  assert.equal((await run("3")).status, "ok");
});

test("cells are numbered, results carry the number", async () => {
  const first = await run("1");
  const second = await run("2");
  const number = ({ messages }: { messages: Message[] }): number[] =>
    messages
      .filter(({ type }) => type === "execute_input" || type === "execute_result")
      .map(({ content }) => content.execution_count);
  const [input] = number(first);
  assert.deepEqual(number(first), [input, input]);
  assert.deepEqual(number(second), [input + 1, input + 1]);
});

test("completion and inspection know the variables of earlier cells", async () => {
  await run('import { quantile } from "lib/statistics";');
  const completion = await kernel.complete("quanti", 6);
  assert.ok(completion.includes("quantile"), completion.join());
  assert.match(await kernel.inspect("quantile", 3), /quantile\(.*\): number/);
  assert.equal(await kernel.inspect("const ", 6), "");
});

test("a cell may replace what was thrown by what it likes: strings, errors with causes, objects", async () => {
  const said = async (code: string): Promise<unknown[]> => {
    const error = (await run(code)).messages.find(({ type }) => type === "error")!.content;
    return [error.ename, error.evalue, error.traceback.at(-1)];
  };
  assert.deepEqual(await said('throw "plain text";'), ["Error", "plain text", "Error: plain text"]);
  assert.deepEqual((await said("throw { code: 7 };"))[1], "thrown value { code: 7 }");
  const cause = await said('throw new Error("outer", { cause: new TypeError("inner") });');
  assert.deepEqual(cause, ["Error", "outer", "Caused by TypeError: inner"]);
});

test(
  "a kernel whose client was killed outright ends by itself, even in the midst of a cell; its " +
    "folder goes with the next one's start",
  { skip: process.platform === "win32" && "no process groups" },
  async (t) => {
    const script = `import { Kernel } from "lib/runner";
    const kernel = await Kernel.start();
    await kernel.execute("console.log(process.pid)", (message) => { if (message.type === "stream") console.log(message.content.text); });
    void kernel.execute("for (;;);", () => {}).catch(() => {});`;
    const folder = temporaryFolder(t);
    const client = spawn(process.execPath, ["--input-type=module", "-e", script], {
      // where it leaves its socket folder behind
      env: { ...process.env, TMPDIR: folder },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pid = await new Promise<number>((resolve) =>
      client.stdout.once("data", (text) => resolve(Number(text))),
    );
    await new Promise((resolve) => setTimeout(resolve, 1000)); // the cell computes by now
    assert.ok(isRunning(pid));
    client.kill("SIGKILL");
    await until(() => !isRunning(pid));
    const [left] = readdirSync(folder);
    assert.match(left, new RegExp(`^study-kernel-${client.pid}-`));
    const next = await startBelow(folder);
    assert.ok(!readdirSync(folder).includes(left));
    await next.kill();
  },
);

/** Starts a kernel whose folder is made below `folder`, and nothing else's. */
async function startBelow(folder: string): Promise<Kernel> {
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await Kernel.start();
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
}

test("shutdown ends a kernel in which a server still listens, and removes its folder", async (t) => {
  const folder = temporaryFolder(t);
  const other = await startBelow(folder);
  assert.equal(readdirSync(folder).length, 1);
  await other.execute(
    'import { createServer } from "node:http";\ncreateServer().listen(0, "127.0.0.1");',
    () => {},
  );
  await other.shutdown();
  assert.equal(other.ending, "the kernel ended with exit status 0");
  assert.deepEqual(readdirSync(folder), []);
});

test(
  "where the temporary folder's name is too long for a socket, the kernel is reached over " +
    "127.0.0.1",
  async (t) => {
    const folder = path.join(temporaryFolder(t), "long".repeat(30));
    mkdirSync(folder);
    const other = await startBelow(folder);
    const texts: string[] = [];
    await other.execute(
      'console.log("here");',
      (message) => message.type === "stream" && texts.push(message.content.text),
    );
    await other.shutdown();
    assert.deepEqual(texts, ["here\n"]);
  },
);
