import type { GateResult } from "../campaign/index.js";
/** Where a notebook leaves its gates. */
export declare function gatesFile(notebook: string): string;
/** A gate as a notebook left it, or what became of it. */
export interface RunGate extends GateResult {
    notebook: string;
    /**
     * Why its value may not be shown, with the notebook to run: what it was computed from has changed
     * since. It then has neither value nor verdict. Null where it may.
     */
    stale: string | null;
}
/**
 * Why the results of each finished notebook of a run may not be shown any more, by notebook; those
 * that may are not in it.
 */
export declare function staleNotebooks(run: string): Record<string, string>;
/**
 * The gates every finished notebook of a run left, in the order of the notebooks; those of a stale
 * notebook without value and verdict, so that no number stands beside one of another labelling or
 * other models.
 */
export declare function collectGates(run: string, stale?: Record<string, string>): RunGate[];
