/**
 * Words as a part of an address or of a file's name: lower case, dashes between, at most 60
 * characters.
 */
export declare function slug(text: string): string;
