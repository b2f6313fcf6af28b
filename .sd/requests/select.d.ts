import type { Requests } from "./requests.js";
/**
 * The given rows as requests of their own, in the order given; a row may be named more than once.
 * Files, workload names and provenance stay, so that codes keep their meaning. Throws RangeError
 * for a row that does not exist.
 */
export declare function selectRows(requests: Requests, rows: ArrayLike<number>): Requests;
/**
 * Whether a request was answered: with a 2xx and an execution time. Every other one failed. The one
 * definition for the whole study.
 */
export declare function isAnswered({ httpStatus, executionTimeMs }: Pick<Requests, "httpStatus" | "executionTimeMs">, row: number): boolean;
/**
 * Rows that a platform answered (`isAnswered`): what can be labelled, and what the author kept
 * ("failed rows left out"). Ascending.
 */
export declare function answered(requests: Requests): Uint32Array;
