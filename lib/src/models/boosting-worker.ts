import { parentPort, workerData } from "node:worker_threads";
import { BoostingTrainer, type BoostingTask } from "./boosting-training.js";
import type { Tree } from "./tree.js";

/** What the boosting thread says: after each round how far it is, in the end all it has. */
export interface BoostingMessage {
  shareDone?: number;
  result?: { trees: Tree[]; bestRounds: number; validationLogLoss: number[] };
}

const task = workerData as BoostingTask, trainer = new BoostingTrainer(task);
const say = (message: BoostingMessage): void => parentPort!.postMessage(message);
while (!trainer.done) {
  trainer.round();
  say({ shareDone: trainer.trees.length / task.nEstimators });
}
const { trees, bestRounds, validationLogLoss } = trainer;
say({ result: { trees, bestRounds, validationLogLoss } });
