import { parentPort, workerData } from "node:worker_threads";
import { trainNetwork } from "./network-training.js";
// A thread of its own: TensorFlow.js blocks while it computes, and the other models train beside
// it.
const result = await trainNetwork(workerData, (shareDone) => parentPort.postMessage({ shareDone }));
parentPort.postMessage({ result });
//# sourceMappingURL=neural-network-worker.js.map