import assert from "node:assert/strict";
import { test } from "node:test";
import { showProgress, showText } from "lib/display";
import { notebookOutputs } from "./notebook-outputs.js";

test("in a notebook progress is one display that ends with its last word and no time", (t) => {
  const outputs = notebookOutputs(t, () => {
    const progress = showProgress("Reading");
    for (let file = 0; file <= 60; file++) progress.update(file / 60, `file ${file}`);
    progress.done("88,286 rows");
  });
  assert.deepEqual(outputs, [{ "text/plain": "Reading: 88,286 rows" }]);
});

test("outside a notebook and a terminal only the last word is printed, on standard error", (t) => {
  const written: string[] = [];
  const { isTTY } = process.stderr;
  process.stderr.isTTY = false;
  t.after(() => (process.stderr.isTTY = isTTY));
  t.mock.method(process.stderr, "write", (text: string) => written.push(text));
  const progress = showProgress("Reading");
  progress.update(0.5);
  progress.done("88,286 rows");
  assert.deepEqual(written, ["Reading: 88,286 rows\n"]);
});

test("on a terminal the line is rewritten", (t) => {
  const written: string[] = [];
  const { isTTY } = process.stderr;
  process.stderr.isTTY = true;
  t.after(() => (process.stderr.isTTY = isTTY));
  t.mock.method(process.stderr, "write", (text: string) => written.push(text));
  const progress = showProgress("Reading");
  progress.update(0.5, "half");
  progress.done("all");
  assert.deepEqual(written, [
    "\r\x1b[KReading …",
    `\r\x1b[KReading ${"█".repeat(12)}${"░".repeat(12)} 50 % half`,
    "\r\x1b[KReading: all\n",
  ]);
});

test("a text is markdown in a notebook and printed elsewhere", (t) => {
  assert.deepEqual(
    notebookOutputs(t, () => showText("**69.8 %**")),
    [{ "text/markdown": "**69.8 %**", "text/plain": "**69.8 %**" }],
  );
  const written: string[] = [];
  const write = t.mock.method(process.stdout, "write", (text: string) => written.push(text));
  showText("**69.8 %**");
  write.mock.restore();
  assert.deepEqual(written, ["**69.8 %**\n"]);
});
