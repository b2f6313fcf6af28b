import { parentPort, workerData } from "node:worker_threads";
import { ForestTrainer, type ForestTask } from "./forest-training.js";

/** What the threads of a forest share: the next tree's number is taken from one counter. */
export interface ForestWorkerData {
  task: ForestTask;
  trees: number;
  nextTree: Int32Array;
}

const { task, trees, nextTree } = workerData as ForestWorkerData;
const trainer = new ForestTrainer(task);
for (
  let number = Atomics.add(nextTree, 0, 1);
  number < trees;
  number = Atomics.add(nextTree, 0, 1)
) {
  const grown = trainer.grow(number);
  const { tree, outOfBag } = grown;
  const moved = [...(Object.values(tree) as Uint8Array[]), ...(outOfBag ? [outOfBag] : [])].map(
    ({ buffer }) => buffer,
  );
  parentPort!.postMessage({ number, ...grown }, moved);
}
