import { randomBytes } from "node:crypto";
import { openS3 } from "../s3/index.js";
import { RowSinkError } from "./sink-error.js";
import { isCollectorName, leftParts, readPart, Spool } from "./spool.js";
import { claimName, keyOf, shipPart, sinkError, writablePlace } from "./store-part.js";
/**
 * Rows as gzip JSONL objects `<prefix>/<collector>-<sequence>.jsonl.gz`, each put only where
 * nothing is (`If-None-Match: *`). A row is in the spool folder before `write` resolves; a part
 * leaves it when the store has it. So whatever happens, a row is in the store once, or in the
 * spool: the next sink that is opened on the folder, or `pushFolder`, sends what a process that
 * died had left.
 */
export class S3Sink {
    collector;
    place;
    access;
    spool;
    options;
    shipped = { parts: 0, rows: 0, resumedRows: 0 };
    pending = [];
    /** Of the part that rows are being added to; null when it has none yet. */
    openPart = null;
    timer;
    shipping = null;
    problem = null;
    finished = false;
    constructor(collector, place, access, spool, options) {
        this.collector = collector;
        this.place = place;
        this.access = access;
        this.spool = spool;
        this.options = options;
    }
    /**
     * Claims the collector's name in the store, so that wrong credentials, a missing bucket or a name
     * in use are told before anything is collected, and begins to send what the spool folder still
     * holds. Throws RowSinkError.
     */
    static async open(address, options) {
        const place = writablePlace(address);
        const collector = options.collector ?? newCollectorName();
        if (!isCollectorName(collector)) {
            throw new RowSinkError(`${JSON.stringify(collector)} cannot name a collector: use small letters, digits and ` +
                "dashes, 63 at most");
        }
        const access = await openS3(options.s3 ?? {}, new AbortController().signal);
        const spool = new Spool(options.spoolFolder, collector);
        try {
            await claimName(access, place, collector);
            const sink = new S3Sink(collector, place, access, spool, options);
            const left = leftParts(options.spoolFolder).map((part) => ({ part, ...firstTry() }));
            if (left.length > 0) {
                sink.pending.push(...left);
                void sink.ship();
            }
            return sink;
        }
        catch (error) {
            spool.close();
            access.client.destroy();
            throw sinkError(error, address);
        }
    }
    /** Rejects with RowSinkError where the spool's disk takes no more. */
    async write(line) {
        const row = line.replace(/\n$/, "");
        if (this.finished)
            throw new RowSinkError("the sink is finished: it takes no more rows");
        if (row === "" || row.includes("\n"))
            throw new RowSinkError(`a row is one line that is not empty, not ${JSON.stringify(line.slice(0, 60))}`);
        this.spool.append(row);
        if (!this.openPart) {
            this.openPart = firstTry();
            this.timer = setTimeout(() => this.seal(), (this.options.partSeconds ?? 60) * 1000);
        }
        if (this.spool.openBytes >= (this.options.partBytes ?? 1 << 20))
            this.seal();
    }
    /**
     * Resolves when every row written so far has been put, or has failed to: true when the store has
     * them all.
     */
    async stored() {
        const parts = [...this.pending, ...(this.openPart ? [this.openPart] : [])];
        return (await Promise.all(parts.map(({ tried }) => tried))).every((stored) => stored);
    }
    /**
     * Sends all there is. Rejects with RowSinkError when rows had to stay in the spool, and says how
     * to send them.
     */
    async finish() {
        if (this.finished)
            return;
        this.finished = true;
        this.seal();
        // A try that is under way may fail; what it leaves gets one more.
        await this.shipping;
        if (this.pending.length > 0)
            await this.ship();
        this.spool.close();
        this.access.client.destroy();
        if (this.pending.length === 0)
            return;
        const rows = this.pending.reduce((sum, { part }) => sum + (readPart(part)?.rows ?? 0), 0);
        const { bucket, prefix } = this.place;
        const { spoolFolder } = this.options;
        throw new RowSinkError(`${this.problem}; ${rows} rows are kept in ${spoolFolder}: send them with study push ` +
            `${spoolFolder} s3://${bucket}/${prefix}`);
    }
    seal() {
        clearTimeout(this.timer);
        const part = this.spool.seal();
        if (!part || !this.openPart)
            return;
        this.pending.push({ part, ...this.openPart });
        this.openPart = null;
        void this.ship();
    }
    /**
     * Puts the parts that wait, in their order, and stops at one that fails: what fails for one fails
     * for all.
     */
    ship() {
        this.shipping ??= this.shipAll().finally(() => (this.shipping = null));
        return this.shipping;
    }
    async shipAll() {
        while (this.pending.length > 0) {
            const { part, settle } = this.pending[0];
            try {
                const rows = await shipPart(this.access, this.place, part);
                this.shipped.parts++;
                this.shipped.rows += rows;
                if (!part.name.startsWith(`${this.collector}-`))
                    this.shipped.resumedRows += rows;
                this.pending.shift();
                settle(true);
            }
            catch (error) {
                this.problem = sinkError(error, `s3://${this.place.bucket}/${keyOf(this.place, part.name)}`).message;
                for (const waiting of this.pending)
                    waiting.settle(false);
                this.options.onProblem?.(this.problem);
                return;
            }
        }
    }
}
function newCollectorName() {
    return `${new Date().toISOString().slice(0, 19).replace(/\D/g, "")}-${randomBytes(6).toString("hex")}`;
}
function firstTry() {
    let settle;
    const tried = new Promise((resolve) => (settle = resolve));
    return { tried, settle };
}
//# sourceMappingURL=s3-sink.js.map