/** Where the rows of a collection go: one line of JSON each. */
export interface RowSink {
    /** Takes one row; resolves when it would outlive the process. */
    write(line: string): Promise<void>;
    /** Resolves when every row is where it belongs; nothing may be written afterwards. */
    finish(): Promise<void>;
}
