/** A value as a file states it; null where there is none. */
export type RawValue = number | boolean | string | null;

/** A column's values were taken for numbers (or true and false) until a word came. */
export class TextColumnFound extends Error {
  constructor(readonly column: string) {
    super(`${column} holds words`);
  }
}

/** What a finished column is: numbers (NaN = missing), or codes with the names they stand for. */
export interface BuiltColumn {
  values: Float64Array;
  categories: string[] | null;
}

const BLOCK_ROWS = 65_536;

/**
 * A column that grows row by row. Its first value tells its kind: numbers, true and false, or
 * words, which are coded in order of appearance. Where numbers turn out to be words after all it
 * throws TextColumnFound, and the reader begins again with that column as words: "01" would else be
 * 1 before and "01" after.
 */
export class ColumnBuilder {
  private kind: "unknown" | "number" | "boolean" | "text";
  private readonly blocks: Float64Array[] = [];
  private readonly codes = new Map<string, number>();

  constructor(
    readonly name: string,
    isText: boolean,
  ) {
    this.kind = isText ? "text" : "unknown";
  }

  /** Words keep their spelling: "01" and "1" are two of them. */
  get isText(): boolean {
    return this.kind === "text";
  }

  /** Sets the value of a row; rows that are never set are missing. */
  set(row: number, value: RawValue): void {
    if (value === null) return;
    const kind = typeof value === "string" ? "text" : (typeof value as "number" | "boolean");
    if (this.kind === "unknown") this.kind = kind;
    else if (this.kind !== "text" && this.kind !== kind) throw new TextColumnFound(this.name);
    const block = Math.floor(row / BLOCK_ROWS);
    while (this.blocks.length <= block) this.blocks.push(new Float64Array(BLOCK_ROWS).fill(NaN));
    this.blocks[block][row % BLOCK_ROWS] =
      this.kind === "text" ? this.codeOf(String(value)) : Number(value);
  }

  finish(rowCount: number): BuiltColumn {
    const values = new Float64Array(rowCount).fill(NaN);
    this.blocks.forEach((block, b) =>
      values.set(
        block.subarray(0, Math.min(BLOCK_ROWS, rowCount - b * BLOCK_ROWS)),
        b * BLOCK_ROWS,
      ),
    );
    return { values, categories: this.kind === "text" ? [...this.codes.keys()] : null };
  }

  private codeOf(text: string): number {
    let code = this.codes.get(text);
    if (code === undefined) this.codes.set(text, (code = this.codes.size));
    return code;
  }
}
