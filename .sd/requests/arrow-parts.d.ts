import { type Counterfactual } from "./counterfactual-columns.js";
import type { FileDigest } from "./digest.js";
import type { Requests } from "./requests.js";
/**
 * Writes part `part` (from 1) of a campaign: `requests-<part>.arrow`, and
 * `counterfactual-<part>.arrow` beside it. Throws where it lies already.
 */
export declare function writeArrowPart(folder: string, part: number, requests: Requests, counterfactual: Counterfactual | null): void;
/** Names of a folder's parts in order; none where it holds no such campaign. */
export declare function arrowParts(folder: string): string[];
export interface ArrowPartsOptions {
    /**
     * Leaves the columns that only trace a request back (file, line, id, memory used, CPU) empty, of
     * length 0: ten million requests then take 0.6 GB instead of 0.95.
     */
    lean?: boolean;
    onProgress?: (rows: number, rowsTotal: number) => void;
}
export interface ArrowCampaign {
    requests: Requests;
    /** Null unless asked for. */
    counterfactual: Counterfactual | null;
    digests: FileDigest[];
}
/**
 * Reads a campaign in Arrow parts column by column, one part after the other into columns of their
 * final length. Throws RequestSourceError where there are no parts, where one is no such part, or
 * where a counterfactual is asked for and missing.
 */
export declare function readArrowParts(folder: string, options?: ArrowPartsOptions & {
    counterfactual?: boolean;
}): ArrowCampaign;
