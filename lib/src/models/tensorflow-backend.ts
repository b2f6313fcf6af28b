import type * as TensorFlowNamespace from "@tensorflow/tfjs-node";
import { NETWORK_BACKENDS, type NetworkBackend } from "./network-backends.js";

/** The part of TensorFlow.js that is the same in all its packages. */
export type TensorFlow = typeof TensorFlowNamespace;

/**
 * Loads the first of these backends that computes on this machine: one may load and throw at its
 * first operation (the native one does on Node 23 and later, tensorflow/tfjs issue 8609).
 * `@tensorflow/tfjs-node` is here an alias of plain TensorFlow.js, which installs everywhere; the
 * real native package, where it could be built, goes by the name of tfjs-node-native.
 */
export async function loadTensorFlow(
  wanted: readonly NetworkBackend[] = NETWORK_BACKENDS,
): Promise<{ tf: TensorFlow; backend: NetworkBackend }> {
  const failures: string[] = [];
  for (const backend of wanted) {
    try {
      return { tf: await load(backend), backend };
    } catch (error) {
      failures.push(`${backend}: ${(error as Error).message.split("\n")[0]}`);
    }
  }
  throw new Error(`no TensorFlow.js backend computes here (${failures.join("; ")}); run npm ci`);
}

async function load(backend: NetworkBackend): Promise<TensorFlow> {
  // The name is not a literal because the package is optional: where it is absent its types are,
  // too.
  const name: string = backend === "native" ? "tfjs-node-native" : "@tensorflow/tfjs-node";
  const tf = (await import(name)) as TensorFlow;
  // Keeps the advice to install tfjs-node, and checks meant for development, out of the output.
  tf.enableProdMode();
  if (backend === "wasm") await import("@tensorflow/tfjs-backend-wasm");
  if (backend !== "native" && !(await tf.setBackend(backend))) throw new Error("it does not start");
  await tf.ready();
  const product = tf.tidy(() => tf.matMul([[1, 2]], [[3], [4]]).dataSync()[0]);
  if (product !== 11) throw new Error(`1 x 3 + 2 x 4 is ${product} there`);
  return tf;
}
