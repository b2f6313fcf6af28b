import { parentPort, workerData } from "node:worker_threads";
import { BoostingTrainer } from "./boosting-training.js";
const { task, started } = workerData;
const thread = Atomics.add(started, 0, 1);
const trainer = new BoostingTrainer(task, thread);
const say = (message) => {
    if (thread === 0)
        parentPort.postMessage(message);
};
while (!trainer.done) {
    trainer.round();
    say({ shareDone: trainer.trees.length / task.nEstimators });
}
const { trees, bestRounds, validationLogLoss } = trainer;
say({ result: { trees, bestRounds, validationLogLoss } });
//# sourceMappingURL=boosting-worker.js.map