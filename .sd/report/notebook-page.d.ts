import type { ReportFigure } from "./figures.js";
import { type Heading } from "./markdown.js";
/** A notebook rendered: the middle of its page, and what navigation and index need of it. */
export interface NotebookPage {
    /** 01_variance_audit.html */
    file: string;
    title: string;
    /** First paragraph after the title, as plain text. */
    summary: string;
    status: "executed" | "stopped by an error" | "not executed";
    /** Why its numbers do not belong to those of the other pages; null where they do. */
    stale: string | null;
    headings: Heading[];
    figures: ReportFigure[];
    body: string;
}
/** Says at the head of a page that its numbers belong to another run; empty where they do not. */
export declare function staleNote(why: string | null): string;
/** Renders one executed notebook; `stale` says by name why a page is. */
export declare function renderNotebook(file: string, stale?: Readonly<Record<string, string>>): Promise<NotebookPage>;
