import type * as TensorFlowNamespace from "@tensorflow/tfjs-node";
import { type NetworkBackend } from "./network-backends.js";
/** The part of TensorFlow.js that is the same in all its packages. */
export type TensorFlow = typeof TensorFlowNamespace;
/**
 * Loads the first of these backends that this machine has. `@tensorflow/tfjs-node` is here an alias
 * of plain TensorFlow.js, which installs everywhere; the real native package, where it could be
 * built, goes by the name of tfjs-node-native.
 */
export declare function loadTensorFlow(wanted?: readonly NetworkBackend[]): Promise<{
    tf: TensorFlow;
    backend: NetworkBackend;
}>;
