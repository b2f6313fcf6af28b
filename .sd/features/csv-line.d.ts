/** One line of CSV (RFC 4180): a field with a comma, a quote or a line break stands in quotes. */
export declare function csvLine(fields: readonly unknown[]): string;
