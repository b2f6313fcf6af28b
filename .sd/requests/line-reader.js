import { isAscii, isUtf8 } from "node:buffer";
import { GrowingColumns, REQUEST_COLUMNS } from "./columns.js";
import { RequestSourceError } from "./error.js";
import { FieldTypeCounter } from "./field-types.js";
import { LONGEST_RECORD_BYTES } from "./lines.js";
import { readRecord } from "./record.js";
import { namePayloads } from "./payload.js";
import { WorkloadCodes } from "./workload-codes.js";
/** Turns lines into rows and quarantined lines, file after file. */
export class LineReader {
    watch;
    quarantined = [];
    totals = { emptyFiles: 0, lines: 0, blankLines: 0, rows: 0, quarantined: 0 };
    columns = new GrowingColumns(REQUEST_COLUMNS);
    workloads = new WorkloadCodes();
    types = new FieldTypeCounter();
    files = [];
    line = 0;
    linesBefore = 0;
    simulated = null;
    firstPlace = "";
    constructor(watch) {
        this.watch = watch;
    }
    beginFile(name) {
        this.files.push(name);
        this.line = 0;
        this.linesBefore = this.totals.lines;
    }
    endFile() {
        if (this.totals.lines === this.linesBefore)
            this.totals.emptyFiles++;
    }
    /**
     * One line without its line end; `length` is its true length, of which `bytes` may be the
     * beginning.
     */
    readLine(bytes, length) {
        if (++this.line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
            // A byte order mark, as some editors put before the first line.
            bytes = bytes.subarray(3);
            length -= 3;
        }
        const readable = isAscii(bytes) || isUtf8(bytes);
        // As Latin-1 every byte stays what it was.
        const text = bytes.toString(readable ? "utf8" : "latin1");
        if (length > LONGEST_RECORD_BYTES) {
            const kept = bytes.length < length ? `, of which raw keeps the first ${bytes.length}` : "";
            this.setAside(text, {
                field: null,
                reason: `the line has ${length} bytes${kept}: a request has at most ${LONGEST_RECORD_BYTES}`,
            });
        }
        else if (!readable) {
            this.setAside(text, {
                field: null,
                reason: "the line is not valid UTF-8 (raw holds its bytes as Latin-1)",
            });
        }
        else if (BLANK.test(text)) {
            this.totals.blankLines++;
        }
        else {
            this.readText(text);
        }
    }
    readText(text) {
        let record;
        try {
            record = JSON.parse(text);
        }
        catch (error) {
            return this.setAside(text, { field: null, reason: jsonFault(error) });
        }
        if (typeof record !== "object" || record === null || Array.isArray(record)) {
            return this.setAside(text, { field: null, reason: "the line is not a JSON object" });
        }
        const { block, row } = this.columns;
        const fault = readRecord(record, block, row, this.workloads);
        if (fault)
            return this.setAside(text, fault);
        block.fileIndex[row] = this.files.length - 1;
        block.lineNumber[row] = this.line;
        this.checkOrigin(record.simulated === true);
        this.types.see(record, block.platform[row]);
        if (this.watch)
            this.watch(record, this.place());
        this.columns.commit();
        this.totals.lines++;
        this.totals.rows++;
    }
    /** JSON types of the fields of every row so far, by platform. */
    fieldTypes() {
        return this.types.finish();
    }
    /** Everything read, as columns; the reader is spent. */
    finish(name) {
        const columns = this.columns.finish();
        return {
            rowCount: this.totals.rows,
            provenance: { kind: this.simulated ? "simulated" : "measured", name },
            files: this.files,
            workloadNames: this.workloads.names,
            ...columns,
            payloadKb: namePayloads(columns),
        };
    }
    setAside(raw, fault) {
        this.quarantined.push({
            file: this.files[this.files.length - 1],
            line: this.line,
            ...fault,
            raw,
        });
        this.totals.lines++;
        this.totals.quarantined++;
    }
    /**
     * Simulated rows say so, each of them; measured rows among them would be taken for simulated
     * ones, or the reverse.
     */
    checkOrigin(simulated) {
        if (this.simulated === simulated)
            return;
        if (this.simulated !== null) {
            const [other, here] = simulated ? ["measured", "simulated"] : ["simulated", "measured"];
            throw new RequestSourceError(`${this.firstPlace} is ${other} and ${this.place()} is ${here}: read simulated and ` +
                "measured logs separately");
        }
        this.simulated = simulated;
        this.firstPlace = this.place();
    }
    place() {
        return `${this.files[this.files.length - 1]}:${this.line}`;
    }
}
const BLANK = /^[ \t\r\v\f]*$/;
/** In our words: the engine's differ between its versions and quote the line. */
function jsonFault(error) {
    return /end of JSON|Unterminated/.test(error.message)
        ? "the line ends in the middle of its JSON"
        : "the line is not JSON";
}
//# sourceMappingURL=line-reader.js.map