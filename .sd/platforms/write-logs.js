import { appendFileSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { logLine } from "./log-line.js";
import { logPlaces, logRows } from "./log-place.js";
import { simulateRuns } from "./simulate.js";
import { TotalsCounter } from "./totals.js";
/**
 * Lines are written when so many characters have come together: memory does not grow with the
 * length of a run's logs.
 */
const FLUSH_CHARACTERS = 4 << 20;
/**
 * Simulates a plan and writes its logs under `folder`, in the layout of the author's campaigns. The
 * same plan and seed give the same bytes. Throws when a file it is to write is there already: two
 * campaigns in one file would be neither.
 */
export function writeSimulatedLogs(plan, folder, options) {
    const counter = new TotalsCounter(plan);
    const files = new LogFiles(folder, options.gzip ?? false);
    const runs = plan.runs.length * plan.days;
    for (const run of simulateRuns(plan, options)) {
        counter.add(run);
        const placeOf = logPlaces(plan, run);
        for (let row = 0; row < logRows(run); row++)
            files.append(placeOf(row), logLine(plan, run, row));
        files.flush();
        options.onProgress?.((run.index + 1) / runs);
    }
    return counter.totals();
}
class LogFiles {
    folder;
    gzip;
    begun = new Set();
    lines = new Map();
    characters = 0;
    constructor(folder, gzip) {
        this.folder = folder;
        this.gzip = gzip;
    }
    append(name, line) {
        const lines = this.lines.get(name);
        if (lines)
            lines.push(line);
        else
            this.lines.set(name, [line]);
        if ((this.characters += line.length) > FLUSH_CHARACTERS)
            this.flush();
    }
    flush() {
        for (const [name, lines] of this.lines) {
            const file = path.join(this.folder, this.gzip ? `${name}.gz` : name);
            if (!this.begun.has(name))
                this.begin(name, file);
            const text = lines.join("");
            // Gzip members one after the other are one gzip file (RFC 1952).
            appendFileSync(file, this.gzip ? gzipSync(text) : text);
        }
        this.lines.clear();
        this.characters = 0;
    }
    begin(name, file) {
        if (existsSync(file))
            throw new Error(`${file} exists already; name a folder without the logs of another campaign, or ` +
                "remove it first");
        mkdirSync(path.dirname(file), { recursive: true });
        this.begun.add(name);
    }
}
//# sourceMappingURL=write-logs.js.map