import { closeSync, ftruncateSync, fstatSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "../files/index.js";
import type { RowSink } from "./row-sink.js";

/** What of a row tells its file. */
interface Place {
  platform: string;
  workload_type: string;
  timestamp: string;
  time_window?: string;
  load_pattern?: string;
}

/**
 * Rows as files below a folder, laid out as the author's campaigns:
 * `<window>_<pattern>/<platform>_<workload>_<date>.jsonl`, without the folder where a row names no
 * window. Each row is appended with one write before `write` resolves, so that a process that dies
 * takes no row with it. (A machine that loses its power may lose what its disk had not taken.)
 */
export class FolderSink implements RowSink {
  private readonly files = new Map<string, number>();

  constructor(private readonly folder: string) {}

  async write(line: string): Promise<void> {
    const descriptor = this.fileOf(JSON.parse(line) as Place);
    const bytes = Buffer.from(line.endsWith("\n") ? line : `${line}\n`);
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

  private fileOf({ platform, workload_type, timestamp, time_window, load_pattern }: Place): number {
    const folder = time_window === undefined ? "" : `${time_window}_${load_pattern}`;
    const name = path.join(folder, `${platform}_${workload_type}_${timestamp.slice(0, 10)}.jsonl`);
    let descriptor = this.files.get(name);
    if (descriptor === undefined) {
      makeFolder(path.join(this.folder, folder));
      this.files.set(name, (descriptor = openSync(path.join(this.folder, name), "a")));
    }
    return descriptor;
  }
}
