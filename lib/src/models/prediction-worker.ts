import { receiveMessageOnPort, workerData, type MessagePort } from "node:worker_threads";
import { workOn, type PredictionJob } from "./prediction-pool.js";

const { port, sent } = workerData as { port: MessagePort; sent: Int32Array };
for (let received = 0; ;) {
  Atomics.wait(sent, 0, received);
  for (let message = receiveMessageOnPort(port); message; message = receiveMessageOnPort(port)) {
    received++;
    workOn(message.message as PredictionJob);
  }
}
