import { parentPort, workerData } from "node:worker_threads";
import { ForestTrainer } from "./forest-training.js";
const { task, trees, nextTree } = workerData;
const trainer = new ForestTrainer(task);
for (let number = Atomics.add(nextTree, 0, 1); number < trees; number = Atomics.add(nextTree, 0, 1)) {
    const grown = trainer.grow(number);
    const { tree, outOfBag } = grown;
    const moved = [...Object.values(tree), ...(outOfBag ? [outOfBag] : [])].map(({ buffer }) => buffer);
    parentPort.postMessage({ number, ...grown }, moved);
}
//# sourceMappingURL=forest-worker.js.map