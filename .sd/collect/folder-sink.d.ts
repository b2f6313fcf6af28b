import type { RowSink } from "./row-sink.js";
/**
 * Rows as files below a folder, laid out as the author's campaigns:
 * `<window>_<pattern>/<platform>_<workload>_<date>.jsonl`, without the folder where a row names no
 * window. Each row is appended with one write before `write` resolves, so that a process that dies
 * takes no row with it. (A machine that loses its power may lose what its disk had not taken.)
 */
export declare class FolderSink implements RowSink {
    private readonly folder;
    private readonly files;
    constructor(folder: string);
    write(line: string): Promise<void>;
    finish(): Promise<void>;
    private fileOf;
}
