import { type BinnedTable } from "./binned-table.js";
import type { BoostingMember } from "./boosting-team.js";
import type { Tree } from "./tree.js";
/** Rows that a fit watches to stop early, in shared memory. */
export interface ValidationRows {
    rowCount: number;
    /** `width` codes a row, row after row. */
    codes: Uint8Array;
    width: number;
    negatives: Float64Array;
    positives: Float64Array;
    scores: Float64Array;
    /** Summed loss of each chunk of rows. */
    losses: Float64Array;
}
export declare function validationRows(table: BinnedTable, baseScore: number): ValidationRows;
/** Follows the loss on the validation rows, with the other threads. */
export declare class BoostingValidation {
    private readonly rows;
    private readonly member;
    /** Mean log loss after each round, and the first round with the lowest. */
    readonly logLoss: number[];
    bestRound: number;
    private readonly weight;
    constructor(rows: ValidationRows, member: BoostingMember);
    add(tree: Tree): void;
    private lossOf;
}
