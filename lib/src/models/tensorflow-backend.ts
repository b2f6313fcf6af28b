import type * as TensorFlowNamespace from "@tensorflow/tfjs-node";
import { NETWORK_BACKENDS, type NetworkBackend } from "./network-backends.js";

/** The part of TensorFlow.js that is the same in all its packages. */
export type TensorFlow = typeof TensorFlowNamespace;

/**
 * Loads the first of these backends that this machine has. `@tensorflow/tfjs-node` is here an alias
 * of plain TensorFlow.js, which installs everywhere; the real native package, where it could be
 * built, goes by the name of tfjs-node-native.
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
  throw new Error(`no TensorFlow.js backend loads here (${failures.join("; ")}); run npm ci`);
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
  return tf;
}
