import type { NotebookOutput } from "../runner/index.js";
import { type ReportFigure } from "./figures.js";
import type { MarkdownRenderer } from "./markdown.js";
/** What a page gathers while its outputs are rendered. */
export interface PageContext {
    /** "01" of 01_variance_audit. */
    number: string;
    markdown: MarkdownRenderer;
    figures: ReportFigure[];
}
/** One output of a cell as HTML, in the richest form that it has. */
export declare function outputHtml(output: NotebookOutput, page: PageContext): Promise<string>;
