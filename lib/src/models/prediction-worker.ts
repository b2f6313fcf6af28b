import { receiveMessageOnPort, workerData, type MessagePort } from "node:worker_threads";
import { workOn, type HelperFailure, type PredictionJob } from "./prediction-pool.js";

const { port, sent } = workerData as { port: MessagePort; sent: Int32Array };
for (let received = 0; ;) {
  Atomics.wait(sent, 0, received);
  for (let message = receiveMessageOnPort(port); message; message = receiveMessageOnPort(port)) {
    received++;
    help(message.message as PredictionJob);
  }
}

/** Whoever asked for the work sleeps until it is done: a failure must wake it. */
function help(job: PredictionJob): void {
  try {
    workOn(job);
  } catch (error) {
    port.postMessage({ failure: String(error) } satisfies HelperFailure);
    Atomics.add(job.progress, 2, 1);
    Atomics.notify(job.progress, 1);
    throw error;
  }
}
