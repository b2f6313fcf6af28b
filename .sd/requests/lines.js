/** A line longer than this is no log record (those have under 1 KiB); it is set aside unparsed. */
export const LONGEST_RECORD_BYTES = 1 << 20;
/** The most of one line that is kept: half of what a string can hold. */
export const LONGEST_KEPT_BYTES = 1 << 28;
/**
 * Cuts a stream of bytes into lines at each line feed, whatever the size of the chunks they come
 * in. A carriage return before the line feed is dropped. A text that ends in a line feed has no
 * empty line after it.
 */
export class LineSplitter {
    onLine;
    carried = [];
    carriedBytes = 0;
    carriedLength = 0;
    constructor(onLine) {
        this.onLine = onLine;
    }
    push(chunk) {
        let from = 0;
        for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
            if (this.carriedLength > 0) {
                this.carry(chunk.subarray(from, to));
                this.end();
            }
            else {
                this.emit(chunk.subarray(from, to), to - from);
            }
            from = to + 1;
        }
        // Copied, so that a short tail does not hold its whole chunk.
        if (from < chunk.length)
            this.carry(Buffer.from(chunk.subarray(from)));
    }
    /** The end of the text: what is left is a line of its own. */
    end() {
        if (this.carriedLength === 0)
            return;
        const bytes = this.carried.length === 1 ? this.carried[0] : Buffer.concat(this.carried);
        const length = this.carriedLength;
        this.carried = [];
        this.carriedBytes = this.carriedLength = 0;
        this.emit(bytes, length);
    }
    carry(bytes) {
        const kept = bytes.subarray(0, LONGEST_KEPT_BYTES - this.carriedBytes);
        if (kept.length > 0)
            this.carried.push(kept);
        this.carriedBytes += kept.length;
        this.carriedLength += bytes.length;
    }
    emit(bytes, length) {
        const carriageReturn = bytes.length === length && length > 0 && bytes[length - 1] === 13 ? 1 : 0;
        this.onLine(carriageReturn ? bytes.subarray(0, length - 1) : bytes, length - carriageReturn);
    }
}
//# sourceMappingURL=lines.js.map