import type { GateResult } from "../campaign/index.js";
import { type NotebookPage } from "./notebook-page.js";
import type { Provenance } from "./page-frame.js";
/** A gate as the report shows it. `stale` says why it has no verdict; null or absent where it has. */
export type ReportGate = GateResult & {
    stale?: string | null;
};
/** The first page: the gates, then where everything is. */
export declare function indexBody(gates: readonly ReportGate[], pages: readonly NotebookPage[], provenance: Provenance): string;
/** Headings of the index, for its table of contents. */
export declare function indexHeadings(gates: readonly ReportGate[], pages: readonly NotebookPage[]): {
    id: string;
    level: number;
    text: string;
}[];
