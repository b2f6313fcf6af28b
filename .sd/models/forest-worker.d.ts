import { type ForestTask } from "./forest-training.js";
/** What the threads of a forest share: the next tree's number is taken from one counter. */
export interface ForestWorkerData {
    task: ForestTask;
    trees: number;
    nextTree: Int32Array;
}
