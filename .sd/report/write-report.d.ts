import { type ReportGate } from "./index-page.js";
import { type Provenance } from "./page-frame.js";
export interface ReportOptions {
    /** Executed notebooks (.ipynb), in reading order. */
    notebooks: readonly string[];
    gates: readonly ReportGate[];
    /**
     * Why a page's numbers do not belong to the others, in one sentence with the remedy, by the
     * notebook's name; none unless given.
     */
    stale?: Readonly<Record<string, string>>;
    /** Folder of the pages; an earlier report in it is replaced. */
    outFolder: string;
    provenance: Provenance;
}
/**
 * Writes a report that opens from disk without a network: the gates, a page a notebook, every
 * figure as SVG and interactive, Plotly once. Equal inputs give equal bytes. Returns the path of
 * index.html. Throws where the folder holds something that is not a report, and where a notebook
 * cannot be read.
 */
export declare function writeReport({ notebooks, gates, stale, outFolder, provenance, }: ReportOptions): Promise<string>;
