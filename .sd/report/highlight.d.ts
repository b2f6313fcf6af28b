/**
 * Code as HTML with its words marked by class; of a language that is not known here, as escaped
 * text.
 */
export declare function highlightCode(code: string, language: string): string;
