import { parentPort, workerData } from "node:worker_threads";
import { trainNetwork, type NetworkTask } from "./network-training.js";

// A thread of its own: TensorFlow.js blocks while it computes, and the other models train beside
// it.
const result = await trainNetwork(workerData as NetworkTask, (shareDone) =>
  parentPort!.postMessage({ shareDone }),
);
parentPort!.postMessage({ result });
