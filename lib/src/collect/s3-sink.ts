import { randomBytes } from "node:crypto";
import { openS3, type S3Access, type S3Address, type S3Options } from "../s3/index.js";
import type { RowSink } from "./row-sink.js";
import { RowSinkError } from "./sink-error.js";
import { isCollectorName, leftParts, readPart, Spool, type SpooledPart } from "./spool.js";
import { claimName, keyOf, shipPart, sinkError, writablePlace } from "./store-part.js";

export interface S3SinkOptions {
  /** Folder in which rows wait for their upload; it is what survives a process that dies. */
  spoolFolder: string;
  /**
   * Name of this collector, in every key: small letters, digits, dashes. Default: the time (UTC)
   * and a random number.
   */
  collector?: string;
  /** A part is put when its rows take so many bytes before compression; default 1 MiB. */
  partBytes?: number;
  /** A part is put at latest so long after its first row, seconds; default 60. */
  partSeconds?: number;
  s3?: S3Options;
  /**
   * Told, in one line, of an upload that failed. Its rows stay in the spool and are tried again
   * with the next part.
   */
  onProblem?: (message: string) => void;
}

/** What a sink has put into the store so far. */
export interface Shipped {
  parts: number;
  rows: number;
  /** Rows among them that an earlier process had left in the spool. */
  resumedRows: number;
}

/** The first try to put a part: whether the store then has it. */
interface FirstTry {
  tried: Promise<boolean>;
  settle: (stored: boolean) => void;
}

interface PendingPart extends FirstTry {
  part: SpooledPart;
}

/**
 * Rows as gzip JSONL objects `<prefix>/<collector>-<sequence>.jsonl.gz`, each put only where
 * nothing is (`If-None-Match: *`). A row is in the spool folder before `write` resolves; a part
 * leaves it when the store has it. So whatever happens, a row is in the store once, or in the
 * spool: the next sink that is opened on the folder, or `pushFolder`, sends what a process that
 * died had left.
 */
export class S3Sink implements RowSink {
  readonly shipped: Shipped = { parts: 0, rows: 0, resumedRows: 0 };
  private readonly pending: PendingPart[] = [];
  /** Of the part that rows are being added to; null when it has none yet. */
  private openPart: FirstTry | null = null;
  private timer: NodeJS.Timeout | undefined;
  private shipping: Promise<void> | null = null;
  private problem: string | null = null;
  private finished = false;

  private constructor(
    readonly collector: string,
    private readonly place: S3Address,
    private readonly access: S3Access,
    private readonly spool: Spool,
    private readonly options: S3SinkOptions,
  ) {}

  /**
   * Claims the collector's name in the store, so that wrong credentials, a missing bucket or a name
   * in use are told before anything is collected, and begins to send what the spool folder still
   * holds. Throws RowSinkError.
   */
  static async open(address: string, options: S3SinkOptions): Promise<S3Sink> {
    const place = writablePlace(address);
    const collector = options.collector ?? newCollectorName();
    if (!isCollectorName(collector)) {
      throw new RowSinkError(
        `${JSON.stringify(collector)} cannot name a collector: use small letters, digits and ` +
          "dashes, 63 at most",
      );
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
    } catch (error) {
      spool.close();
      access.client.destroy();
      throw sinkError(error, address);
    }
  }

  /** Rejects with RowSinkError where the spool's disk takes no more. */
  async write(...rows: string[]): Promise<void> {
    if (this.finished) throw new RowSinkError("the sink is finished: it takes no more rows");
    const lines = rows.map((row) => row.replace(/\n$/, ""));
    for (const line of lines)
      if (line === "" || line.includes("\n"))
        throw new RowSinkError(
          `a row is one line that is not empty, not ${JSON.stringify(line.slice(0, 60))}`,
        );
    this.spool.append(lines);
    if (!this.openPart) {
      this.openPart = firstTry();
      this.timer = setTimeout(() => this.seal(), (this.options.partSeconds ?? 60) * 1000);
    }
    if (this.spool.openBytes >= (this.options.partBytes ?? 1 << 20)) this.seal();
  }

  /**
   * Resolves when every row written so far has been put, or has failed to: true when the store has
   * them all.
   */
  async stored(): Promise<boolean> {
    const parts = [...this.pending, ...(this.openPart ? [this.openPart] : [])];
    return (await Promise.all(parts.map(({ tried }) => tried))).every((stored) => stored);
  }

  /**
   * Sends all there is. Rejects with RowSinkError when rows had to stay in the spool, and says how
   * to send them.
   */
  async finish(): Promise<void> {
    if (this.finished) return;
    this.finished = true;
    this.seal();
    // A try that is under way may fail; what it leaves gets one more.
    await this.shipping;
    if (this.pending.length > 0) await this.ship();
    this.spool.close();
    this.access.client.destroy();
    if (this.pending.length === 0) return;
    const rows = this.pending.reduce((sum, { part }) => sum + (readPart(part)?.rows ?? 0), 0);
    const { bucket, prefix } = this.place;
    const { spoolFolder } = this.options;
    throw new RowSinkError(
      `${this.problem}; ${rows} rows are kept in ${spoolFolder}: send them with study push ` +
        `${spoolFolder} s3://${bucket}/${prefix}`,
    );
  }

  private seal(): void {
    clearTimeout(this.timer);
    const part = this.spool.seal();
    if (!part || !this.openPart) return;
    this.pending.push({ part, ...this.openPart });
    this.openPart = null;
    void this.ship();
  }

  /**
   * Puts the parts that wait, in their order, and stops at one that fails: what fails for one fails
   * for all.
   */
  private ship(): Promise<void> {
    this.shipping ??= this.shipAll().finally(() => (this.shipping = null));
    return this.shipping;
  }

  private async shipAll(): Promise<void> {
    while (this.pending.length > 0) {
      const { part, settle } = this.pending[0];
      try {
        const rows = await shipPart(this.access, this.place, part);
        this.shipped.parts++;
        this.shipped.rows += rows;
        if (!part.name.startsWith(`${this.collector}-`)) this.shipped.resumedRows += rows;
        this.pending.shift();
        settle(true);
      } catch (error) {
        this.problem = sinkError(
          error,
          `s3://${this.place.bucket}/${keyOf(this.place, part.name)}`,
        ).message;
        for (const waiting of this.pending) waiting.settle(false);
        this.options.onProblem?.(this.problem);
        return;
      }
    }
  }
}

function newCollectorName(): string {
  return (
    new Date().toISOString().slice(0, 19).replace(/\D/g, "") + `-${randomBytes(6).toString("hex")}`
  );
}

function firstTry(): FirstTry {
  let settle!: FirstTry["settle"];
  const tried = new Promise<boolean>((resolve) => (settle = resolve));
  return { tried, settle };
}
