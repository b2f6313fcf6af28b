import { createReadStream } from "node:fs";
import { TableError } from "./table-error.js";
/**
 * Streams a text file's lines (UTF-8, a byte order mark and carriage returns taken off), several at
 * a time, so that a file larger than the longest string can be read. Throws a TableError where it
 * cannot be read.
 */
export async function* readLines(file) {
    let carried = "";
    let first = true;
    try {
        for await (const chunk of createReadStream(file, {
            encoding: "utf8",
            highWaterMark: 1 << 20,
        })) {
            const lines = (carried + chunk).split("\n");
            if (first && lines[0].startsWith("\uFEFF"))
                lines[0] = lines[0].slice(1);
            first = false;
            carried = lines.pop();
            yield lines.map(withoutReturn);
        }
    }
    catch (error) {
        const code = error.code;
        if (code === undefined)
            throw error;
        throw new TableError(`${file} cannot be read (${code}); name a .csv, .jsonl or .arrow file`);
    }
    if (carried !== "")
        yield [withoutReturn(carried)];
}
function withoutReturn(line) {
    return line.endsWith("\r") ? line.slice(0, -1) : line;
}
//# sourceMappingURL=read-lines.js.map