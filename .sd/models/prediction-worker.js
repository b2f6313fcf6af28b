import { receiveMessageOnPort, workerData } from "node:worker_threads";
import { workOn } from "./prediction-pool.js";
const { port, sent } = workerData;
for (let received = 0;;) {
    Atomics.wait(sent, 0, received);
    for (let message = receiveMessageOnPort(port); message; message = receiveMessageOnPort(port)) {
        received++;
        workOn(message.message);
    }
}
//# sourceMappingURL=prediction-worker.js.map