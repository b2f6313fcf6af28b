import type { TreeEnsemble } from "./tree.js";
/** The sizes an ensemble's block is cut up by. */
export interface EnsembleShape {
    edgeCounts: number[];
    hasMissing: boolean[];
    nodeCounts: number[];
}
/**
 * The ensemble's numbers in one block, wider ones first so that each stays aligned: edges; values,
 * covers; features, left children; codes, missing directions.
 */
export declare function packEnsemble({ bins, trees }: TreeEnsemble): {
    shape: EnsembleShape;
    binary: Uint8Array;
};
/** Reads back what `packEnsemble` wrote. Throws where the block's length does not fit its shape. */
export declare function unpackEnsemble({ edgeCounts, hasMissing, nodeCounts }: EnsembleShape, binary: Uint8Array): TreeEnsemble;
