// Gathers what a cell prints into fewer messages when it prints much: Jupyter's server drops output beyond 1,000 messages
// a second. What comes slower than that is sent at once, so that a crash cannot take it along.
"use strict";

const { StringDecoder } = require("node:string_decoder");

/** So many messages may go out at once, and so many more each second; beyond that, text waits and is joined. */
const BURST = 100;
const MESSAGES_A_SECOND = 200;
const LONGEST_WAIT_MS = 50;
const LONGEST_TEXT = 64 * 1024;

/** `send(name, text)` publishes; `write(name, chunk)` collects; `flush()` must run before any other message of the cell. */
exports.createOutput = function createOutput(send) {
  const decoders = { stdout: new StringDecoder("utf8"), stderr: new StringDecoder("utf8") };
  let pending = "";
  let pendingName = "stdout";
  let allowance = BURST;
  let allowanceAt = performance.now();
  let timer = null;

  function flush() {
    clearTimeout(timer);
    timer = null;
    if (pending === "") return;
    const text = pending;
    pending = "";
    allowance -= 1;
    send(pendingName, text);
  }

  function write(name, chunk) {
    if (name !== pendingName) flush();
    pendingName = name;
    pending += typeof chunk === "string" ? chunk : decoders[name].write(chunk);
    // By the clock and not by a timer alone: a loop that never yields must still show its progress.
    const now = performance.now();
    allowance = Math.min(BURST, allowance + ((now - allowanceAt) / 1000) * MESSAGES_A_SECOND);
    allowanceAt = now;
    if (allowance >= 1 || pending.length > LONGEST_TEXT) flush();
    else timer ??= setTimeout(flush, LONGEST_WAIT_MS);
  }

  return { write, flush };
};
