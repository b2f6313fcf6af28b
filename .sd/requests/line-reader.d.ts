import { type FieldTypes } from "./field-types.js";
import type { LogRecord } from "./fields.js";
import type { QuarantinedLine, Requests } from "./requests.js";
/** Sees each record that became a row, in order, and where it stands (file:line). */
export type RecordWatcher = (record: LogRecord, place: string) => void;
/** Turns lines into rows and quarantined lines, file after file. */
export declare class LineReader {
    private readonly watch?;
    readonly quarantined: QuarantinedLine[];
    readonly totals: {
        emptyFiles: number;
        lines: number;
        blankLines: number;
        rows: number;
        quarantined: number;
    };
    private readonly columns;
    private readonly workloads;
    private readonly types;
    private readonly files;
    private line;
    private linesBefore;
    private simulated;
    private firstPlace;
    constructor(watch?: RecordWatcher | undefined);
    beginFile(name: string): void;
    endFile(): void;
    /**
     * One line without its line end; `length` is its true length, of which `bytes` may be the
     * beginning.
     */
    readLine(bytes: Buffer, length: number): void;
    private readText;
    /** JSON types of the fields of every row so far, by platform. */
    fieldTypes(): FieldTypes[];
    /** Everything read, as columns; the reader is spent. */
    finish(name: string): Requests;
    private setAside;
    /**
     * Simulated rows say so, each of them; measured rows among them would be taken for simulated
     * ones, or the reverse.
     */
    private checkOrigin;
    private place;
}
