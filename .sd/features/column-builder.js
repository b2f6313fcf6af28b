/** A column's values were taken for numbers (or true and false) until a word came. */
export class TextColumnFound extends Error {
    column;
    constructor(column) {
        super(`${column} holds words`);
        this.column = column;
    }
}
const BLOCK_ROWS = 65_536;
/**
 * A column that grows row by row. Its first value tells its kind: numbers, true and false, or
 * words, which are coded in order of appearance. Where numbers turn out to be words after all it
 * throws TextColumnFound, and the reader begins again with that column as words: "01" would else be
 * 1 before and "01" after.
 */
export class ColumnBuilder {
    name;
    kind;
    blocks = [];
    codes = new Map();
    constructor(name, isText) {
        this.name = name;
        this.kind = isText ? "text" : "unknown";
    }
    /** Words keep their spelling: "01" and "1" are two of them. */
    get isText() {
        return this.kind === "text";
    }
    /** Sets the value of a row; rows that are never set are missing. */
    set(row, value) {
        if (value === null)
            return;
        const kind = typeof value === "string" ? "text" : typeof value;
        if (this.kind === "unknown")
            this.kind = kind;
        else if (this.kind !== "text" && this.kind !== kind)
            throw new TextColumnFound(this.name);
        const block = Math.floor(row / BLOCK_ROWS);
        while (this.blocks.length <= block)
            this.blocks.push(new Float64Array(BLOCK_ROWS).fill(NaN));
        this.blocks[block][row % BLOCK_ROWS] =
            this.kind === "text" ? this.codeOf(String(value)) : Number(value);
    }
    finish(rowCount) {
        const values = new Float64Array(rowCount).fill(NaN);
        this.blocks.forEach((block, b) => values.set(block.subarray(0, Math.min(BLOCK_ROWS, rowCount - b * BLOCK_ROWS)), b * BLOCK_ROWS));
        return { values, categories: this.kind === "text" ? [...this.codes.keys()] : null };
    }
    codeOf(text) {
        let code = this.codes.get(text);
        if (code === undefined)
            this.codes.set(text, (code = this.codes.size));
        return code;
    }
}
//# sourceMappingURL=column-builder.js.map