import { closeSync, ftruncateSync, fstatSync, mkdirSync, openSync, writeSync } from "node:fs";
import path from "node:path";
/**
 * Rows as files below a folder, laid out as the author's campaigns:
 * `<window>_<pattern>/<platform>_<workload>_<date>.jsonl`, without the folder where a row names no
 * window. Each row is appended with one write before `write` resolves, so that a process that dies
 * takes no row with it. (A machine that loses its power may lose what its disk had not taken.)
 */
export class FolderSink {
    folder;
    files = new Map();
    constructor(folder) {
        this.folder = folder;
    }
    async write(line) {
        const descriptor = this.fileOf(JSON.parse(line));
        const bytes = Buffer.from(line.endsWith("\n") ? line : `${line}\n`);
        const before = fstatSync(descriptor).size;
        if (writeSync(descriptor, bytes) === bytes.length)
            return;
        // A disk that is full takes a part: half a line would make the next row unreadable too.
        ftruncateSync(descriptor, before);
        throw new Error("the disk took only a part of a row");
    }
    async finish() {
        for (const descriptor of this.files.values())
            closeSync(descriptor);
        this.files.clear();
    }
    fileOf({ platform, workload_type, timestamp, time_window, load_pattern }) {
        const folder = time_window === undefined ? "" : `${time_window}_${load_pattern}`;
        const name = path.join(folder, `${platform}_${workload_type}_${timestamp.slice(0, 10)}.jsonl`);
        let descriptor = this.files.get(name);
        if (descriptor === undefined) {
            mkdirSync(path.join(this.folder, folder), { recursive: true });
            this.files.set(name, (descriptor = openSync(path.join(this.folder, name), "a")));
        }
        return descriptor;
    }
}
//# sourceMappingURL=folder-sink.js.map