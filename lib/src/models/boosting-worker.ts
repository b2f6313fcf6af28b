import { parentPort, workerData } from "node:worker_threads";
import { BoostingTrainer, type BoostingTask } from "./boosting-training.js";
import type { Tree } from "./tree.js";

export interface BoostingWorkerData {
  task: BoostingTask;
  /** Threads that have started so far. */
  started: Int32Array;
}

/** What the first boosting thread says: after each round how far it is, in the end all it has. */
export interface BoostingMessage {
  shareDone?: number;
  result?: { trees: Tree[]; bestRounds: number; validationLogLoss: number[] };
}

const { task, started } = workerData as BoostingWorkerData;
const thread = Atomics.add(started, 0, 1);
const trainer = new BoostingTrainer(task, thread);
const say = (message: BoostingMessage): void => {
  if (thread === 0) parentPort!.postMessage(message);
};
while (!trainer.done) {
  trainer.round();
  say({ shareDone: trainer.trees.length / task.nEstimators });
}
const { trees, bestRounds, validationLogLoss } = trainer;
say({ result: { trees, bestRounds, validationLogLoss } });
