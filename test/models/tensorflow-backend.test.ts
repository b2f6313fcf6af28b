import assert from "node:assert/strict";
import { test } from "node:test";

interface Backends {
  loadTensorFlow(wanted: readonly string[]): Promise<{ backend: string }>;
}

const BACKENDS = new URL("../../../lib/dist/models/tensorflow-backend.js", import.meta.url).href;

test("a backend that loads and cannot compute is passed over for the next one", async () => {
  const { loadTensorFlow } = (await import(BACKENDS)) as Backends;
  const tf = await import("@tensorflow/tfjs-node");
  assert.equal((await loadTensorFlow(["cpu", "wasm"])).backend, "cpu");
  // What is left of a backend whose binary does not fit this Node: it starts, and has no product.
  tf.unregisterKernel("BatchMatMul", "cpu");
  assert.equal((await loadTensorFlow(["cpu", "wasm"])).backend, "wasm");
  await assert.rejects(loadTensorFlow(["cpu"]), /no TensorFlow\.js backend computes here \(cpu: /);
});
