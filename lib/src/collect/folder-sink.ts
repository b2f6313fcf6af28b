import { closeSync, ftruncateSync, fstatSync, mkdirSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import type { RowSink } from "./row-sink.js";

/** What of a row tells its file. */
interface Place {
  platform: string;
  workload_type: string;
  timestamp: string;
  time_window?: string;
  load_pattern?: string;
  pair_id?: string;
}

/**
 * Rows as files below a folder, laid out as the author's campaigns:
 * `<window>_<pattern>/<platform>_<workload>_<date>.jsonl`, without the folder where a row names no
 * window; both halves of a pair in one file, `duet_<workload>_<date>.jsonl`. What is written
 * together is appended with one write before `write` resolves, so that a process that dies takes no
 * row with it. (A machine that loses its power may lose what its disk had not taken.)
 */
export class FolderSink implements RowSink {
  private readonly files = new Map<string, number>();

  constructor(private readonly folder: string) {}

  async write(...rows: string[]): Promise<void> {
    const descriptor = this.fileOf(JSON.parse(rows[0]) as Place);
    const bytes = Buffer.from(rows.map((row) => (row.endsWith("\n") ? row : `${row}\n`)).join(""));
    const before = fstatSync(descriptor).size;
    if (writeSync(descriptor, bytes) === bytes.length) return;
    // A disk that is full takes a part: half a line would make the next row unreadable too.
    ftruncateSync(descriptor, before);
    throw new Error("the disk took only a part of a row");
  }

  async finish(): Promise<void> {
    for (const descriptor of this.files.values()) closeSync(descriptor);
    this.files.clear();
  }

  private fileOf(row: Place): number {
    const { workload_type, timestamp, time_window, load_pattern } = row;
    const folder = time_window === undefined ? "" : `${time_window}_${load_pattern}`;
    const who = row.pair_id === undefined ? row.platform : "duet";
    const name = path.join(folder, `${who}_${workload_type}_${timestamp.slice(0, 10)}.jsonl`);
    let descriptor = this.files.get(name);
    if (descriptor === undefined) {
      mkdirSync(path.join(this.folder, folder), { recursive: true });
      this.files.set(name, (descriptor = openSync(path.join(this.folder, name), "a")));
    }
    return descriptor;
  }
}
