import type { Heading } from "./markdown.js";
/** Whose numbers a report shows: measured on a platform, or made by the simulator. */
export interface Provenance {
    kind: "measured" | "simulated";
    /** Name of the run. */
    name: string;
    /** Further lines, e.g. ["seed", "42"]. No dates and no paths: equal runs give equal pages. */
    details?: readonly (readonly [name: string, value: string])[];
}
/** A page in the navigation. */
export interface PageLink {
    file: string;
    title: string;
}
/**
 * What stands in every page. `pages` holds the notebooks' pages in their order; the index leads
 * them.
 */
export interface PageFrame {
    file: string;
    title: string;
    pages: readonly PageLink[];
    headings: readonly Heading[];
    provenance: Provenance;
    body: string;
}
/** The mark by which a folder is known as one of ours. */
export declare const GENERATOR = "<meta name=\"generator\" content=\"study report\">";
/** A whole page. */
export declare function pageHtml({ file, title, pages, headings, provenance, body }: PageFrame): string;
/** Says on every page whether its numbers are measured or simulated. */
export declare function provenanceBadge({ kind, name }: Provenance): string;
