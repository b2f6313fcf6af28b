/**
 * Results as they are written to JSON: typed arrays as lists of numbers, and nothing that JSON
 * would turn into null without saying so (NaN and infinities become their names).
 */
export declare function importanceRecord(value: object): object;
