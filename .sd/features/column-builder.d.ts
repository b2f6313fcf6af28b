/** A value as a file states it; null where there is none. */
export type RawValue = number | boolean | string | null;
/** A column's values were taken for numbers (or true and false) until a word came. */
export declare class TextColumnFound extends Error {
    readonly column: string;
    constructor(column: string);
}
/** What a finished column is: numbers (NaN = missing), or codes with the names they stand for. */
export interface BuiltColumn {
    values: Float64Array;
    categories: string[] | null;
}
/**
 * A column that grows row by row. Its first value tells its kind: numbers, true and false, or
 * words, which are coded in order of appearance. Where numbers turn out to be words after all it
 * throws TextColumnFound, and the reader begins again with that column as words: "01" would else be
 * 1 before and "01" after.
 */
export declare class ColumnBuilder {
    readonly name: string;
    private kind;
    private readonly blocks;
    private readonly codes;
    constructor(name: string, isText: boolean);
    /** Words keep their spelling: "01" and "1" are two of them. */
    get isText(): boolean;
    /** Sets the value of a row; rows that are never set are missing. */
    set(row: number, value: RawValue): void;
    finish(rowCount: number): BuiltColumn;
    private codeOf;
}
