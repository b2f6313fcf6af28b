/** A heading of a page, for its table of contents. */
export interface Heading {
    id: string;
    level: number;
    text: string;
}
/**
 * Renders markdown (CommonMark with tables). HTML in it is shown as text and links that run code
 * are refused, so that words from logs cannot become part of the page. Links to notebooks become
 * links to their pages.
 */
export declare class MarkdownRenderer {
    #private;
    /** Headings rendered so far, in order. */
    readonly headings: Heading[];
    render(markdown: string): string;
}
