/** Where the rows of a collection go: one line of JSON each. */
export interface RowSink {
  /**
   * Takes a row, or rows that belong together (the halves of a pair) in one write, so that none of
   * them is there without the others; resolves when they would outlive the process.
   */
  write(...rows: string[]): Promise<void>;
  /** Resolves when every row is where it belongs; nothing may be written afterwards. */
  finish(): Promise<void>;
}
