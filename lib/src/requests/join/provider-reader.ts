import { RequestSourceError } from "../error.js";
import { readFileLines } from "../file-lines.js";
import type { Fault, LogRecord } from "../fields.js";
import type { ProviderFormat, ProviderRecord } from "../formats/index.js";
import { RecordLines, type RecordHandler } from "../record-lines.js";
import { SetAside } from "../set-aside.js";
import { sniff, type FormatOptions } from "../sniff.js";
import { findLogSource, type SourceOptions } from "../source.js";
import type { SourceFile } from "../source-files.js";

/** What a platform's log says of one request, and what became of it in the join. */
export interface ProviderEntry extends ProviderRecord {
  /** Index in `ProviderLogs.formats`. */
  format: number;
  /** file:line. */
  place: string;
  fate: "only" | "matched" | "repeated" | "downstream";
}

/** A format of the platforms' logs, and how many of its records there are. */
export interface ProviderTotals {
  format: string;
  files: number;
  records: number;
  quarantined: number;
  /** Lines that are about no request: what a function wrote itself, for one. */
  passedOver: number;
}

/** Everything the platforms' logs say, by the ids of the requests. */
export class ProviderLogs implements RecordHandler {
  readonly entries: ProviderEntry[] = [];
  readonly formats: ProviderTotals[] = [];
  readonly setAside = new SetAside();
  readonly notes: string[] = [];
  /** The first entry of each format with that key. */
  private readonly byKey: Map<string, ProviderEntry>[] = [];
  private file = "";
  private at = 0;
  private format!: ProviderFormat;
  /** The record that was read last in the file, and its line. */
  private last: { line: number; entry: ProviderEntry } | null = null;

  /** Reads all logs of a source. Throws RequestSourceError where one is no platform's. */
  async read(source: string, options: SourceOptions & FormatOptions): Promise<void> {
    const found = await findLogSource(source, options);
    this.notes.push(...found.notes);
    try {
      for (const file of found.files) await this.readFile(file, source);
    } finally {
      found.close?.();
    }
  }

  /** What the logs of each format say of a request that is known by any of these keys. */
  find(keys: readonly string[]): ProviderEntry[] {
    return this.byKey.flatMap((entries) => {
      for (const key of keys) {
        const entry = entries.get(key);
        if (entry) return [entry];
      }
      return [];
    });
  }

  text(text: string, line: number): void {
    const translated = this.format.translate(text);
    const totals = this.formats[this.at];
    if (translated === null) {
      totals.passedOver++;
      if (this.last?.line === line - 1) this.know(this.last.entry, this.format.furtherKeys?.(text));
    } else if ("fault" in translated) this.aside(text, line, translated.fault);
    else {
      totals.records++;
      this.last = { line, entry: this.add(translated.record, `${this.file}:${line}`) };
    }
  }

  aside(text: string, line: number, fault: Fault): void {
    this.setAside.add(this.file, line, text, fault);
    this.formats[this.at].quarantined++;
  }

  record(_record: LogRecord, text: string, line: number): void {
    this.text(text, line);
  }

  blank(): void {}

  private async readFile(file: SourceFile, source: string): Promise<void> {
    const format = file.format ?? sniff(await file.content());
    if (format?.side !== "provider")
      throw new RequestSourceError(
        `${file.name} in ${source} holds ${format ? format.title : "no format that is known"}, ` +
          "no platform's log: --with takes Lambda's logs and a load balancer's",
      );
    this.file = file.name;
    this.format = format;
    this.last = null;
    this.at = this.formats.findIndex((totals) => totals.format === format.id);
    if (this.at < 0) {
      const totals = { format: format.id, files: 0, records: 0, quarantined: 0, passedOver: 0 };
      this.at = this.formats.push(totals) - 1;
      this.byKey.push(new Map());
    }
    this.formats[this.at].files++;
    const lines = new RecordLines(format.framing, this);
    await readFileLines(file, (bytes, length) => lines.readLine(bytes, length));
    lines.end();
  }

  /** A second record of one request is a repetition of the platform's (a retry), and not joined. */
  private add(record: ProviderRecord, place: string): ProviderEntry {
    const known = this.byKey[this.at];
    const repeated = record.keys.some((key) => known.has(key));
    const entry: ProviderEntry = {
      ...record,
      format: this.at,
      place,
      fate: repeated ? "repeated" : "only",
    };
    this.entries.push(entry);
    if (!repeated) for (const key of record.keys) known.set(key, entry);
    return entry;
  }

  private know(entry: ProviderEntry, keys: readonly string[] = []): void {
    entry.keys.push(...keys);
    const known = this.byKey[entry.format];
    for (const key of keys) if (!known.has(key)) known.set(key, entry);
  }
}
