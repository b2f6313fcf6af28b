import { type BoostingTask } from "./boosting-training.js";
import type { Tree } from "./tree.js";
export interface BoostingWorkerData {
    task: BoostingTask;
    /** Threads that have started so far. */
    started: Int32Array;
}
/** What the first boosting thread says: after each round how far it is, in the end all it has. */
export interface BoostingMessage {
    shareDone?: number;
    result?: {
        trees: Tree[];
        bestRounds: number;
        validationLogLoss: number[];
    };
}
