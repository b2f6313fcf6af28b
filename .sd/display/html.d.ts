/**
 * Text made safe for HTML, in content and in quoted attributes. Whatever comes out of logs passes
 * through here.
 */
export declare function escapeHtml(text: string): string;
