/**
 * HTML of an output with all that could run or load anything taken out: an output is to be looked
 * at, and its words may come from logs.
 */
export declare function safeHtml(html: string): string;
