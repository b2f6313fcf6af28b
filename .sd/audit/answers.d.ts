import type { AuditData } from "./audit-data.js";
import type { ModelPredictions } from "./audit-input.js";
/** A model's answers judged: 1 where it was right, in the order of its rows. */
export declare function rightAnswers(data: AuditData, { name, rows, probability }: ModelPredictions): Uint8Array;
export declare function sum(values: ArrayLike<number>): number;
