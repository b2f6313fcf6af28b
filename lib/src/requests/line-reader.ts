import { NO_PLATFORM, WORKLOADS } from "../campaign/index.js";
import type { Columns } from "./column-mapping.js";
import { GrowingColumns, REQUEST_COLUMNS, type RequestColumns } from "./columns.js";
import { RequestSourceError } from "./error.js";
import { FieldTypeCounter, type FieldTypes } from "./field-types.js";
import { likelyField } from "./likely-field.js";
import { NameCodes } from "./name-codes.js";
import type { Fault, LogRecord } from "./fields.js";
import { JSONL, type ClientFormat } from "./formats/index.js";
import { namePayloads } from "./payload.js";
import { readRecord, type Vocabulary } from "./record.js";
import { RecordLines, type RecordHandler } from "./record-lines.js";
import { MISSING, type QuarantinedLine, type Requests } from "./requests.js";
import { ScenarioCodes, type DeclaredScenarios } from "./scenarios.js";
import { SetAside } from "./set-aside.js";

/** Sees each record that became a row, in order, and where it stands (file:line). */
export type RecordWatcher = (record: LogRecord, place: string) => void;

/** How records become rows, beside their format. */
export interface RowOptions extends DeclaredScenarios {
  /** Columns that hold fields of the study, in the place of what the format says. */
  columns?: Columns;
  /** Local time less UTC: windows that are not logged are then told by the time. */
  utcOffsetMinutes?: number;
  watch?: RecordWatcher;
}

/** What was read in one format. */
export interface FormatReading {
  /** Its id. */
  format: string;
  files: number;
  rows: number;
  /** Records of the format that are no requests: other metrics of k6, for one. */
  passedOver: number;
}

/** Turns lines into rows and quarantined lines, file after file. */
export class LineReader implements RecordHandler {
  readonly totals = { emptyFiles: 0, lines: 0, blankLines: 0, rows: 0, quarantined: 0 };
  private readonly columns = new GrowingColumns<RequestColumns>(REQUEST_COLUMNS);
  private readonly vocabulary: Vocabulary;
  private readonly types = new FieldTypeCounter();
  private readonly setAside = new SetAside();
  private readonly files: string[] = [];
  private readonly readings = new Map<ClientFormat, FormatReading>();
  private lines = new RecordLines("json", this);
  private format = JSONL;
  private reading!: FormatReading;
  private line = 0;
  private recordsBefore = 0;
  private simulated: boolean | null = null;
  private local = false;
  private firstPlace = "";
  private withoutPlatform = 0;
  private withoutExecution = 0;
  private executionHint: string | null = null;

  constructor(private readonly options: RowOptions = {}) {
    const { utcOffsetMinutes } = options;
    const scenarios = new ScenarioCodes(options);
    this.vocabulary = {
      workloads: new NameCodes(WORKLOADS, MISSING),
      scenarios,
      windowOf:
        utcOffsetMinutes === undefined
          ? null
          : (ms) => scenarios.windowOfHour(localHour(ms, utcOffsetMinutes)),
    };
  }

  get quarantined(): QuarantinedLine[] {
    return this.setAside.lines;
  }

  beginFile(name: string, format: ClientFormat = JSONL): void {
    this.files.push(name);
    this.format = format;
    this.lines = new RecordLines(format.framing, this);
    const known = this.readings.get(format);
    this.reading = known ?? { format: format.id, files: 0, rows: 0, passedOver: 0 };
    this.readings.set(format, this.reading);
    this.reading.files++;
    this.recordsBefore = this.totals.lines + this.reading.passedOver;
  }

  endFile(): void {
    this.lines.end();
    if (this.totals.lines + this.reading.passedOver === this.recordsBefore)
      this.totals.emptyFiles++;
  }

  /** See RecordLines. */
  readLine(bytes: Buffer, length: number): void {
    this.lines.readLine(bytes, length);
  }

  /** JSON types of the fields of every row so far, by platform. */
  fieldTypes(): FieldTypes[] {
    return this.types.finish();
  }

  /** What was read, by format. */
  formats(): FormatReading[] {
    return [...this.readings.values()];
  }

  /** What a reader of the rows should know of them, a line of text each. */
  notes(): string[] {
    const count = (value: number): string => value.toLocaleString("en-US");
    return [
      ...[...this.vocabulary.scenarios.undeclared].map(([name, rows]) =>
        name.endsWith("(others)")
          ? `${name}: too many names to tell apart, taken as not logged in ${count(rows)} rows`
          : `${name} is not declared (${count(rows)} rows): a name of its own; to give it its ` +
            `place, list it under ${name.startsWith("time_window") ? "windows" : "patterns"} ` +
            "in the study file",
      ),
      ...(this.withoutPlatform > 0
        ? [
            `${count(this.withoutPlatform)} answered requests name no platform, and count as ` +
              "failed: name a column that does, or the platform of them all " +
              "(--map platform:=lambda)",
          ]
        : []),
      ...(this.withoutExecution > 0
        ? [
            `${count(this.withoutExecution)} answered requests have no ` +
              "metrics.execution_time_ms, the platform's clock: use the response clock for them, " +
              "or join the platform's logs" +
              (this.executionHint === null ? "" : `. ${this.executionHint}`),
          ]
        : []),
    ];
  }

  /** Everything read, as columns; the reader is spent. */
  finish(name: string): Requests {
    const columns = this.columns.finish();
    return {
      rowCount: this.totals.rows,
      provenance: {
        kind: this.simulated ? "simulated" : "measured",
        ...(this.local && { local: true as const }),
        name,
      },
      files: this.files,
      workloadNames: this.vocabulary.workloads.names,
      ...this.vocabulary.scenarios.finish(columns),
      ...columns,
      payloadKb: namePayloads(columns),
    };
  }

  record(raw: LogRecord, text: string, line: number): void {
    this.line = line;
    let record = raw;
    if (this.format.translate || this.options.columns) {
      const own = this.ownRecord(raw);
      if (own === null) return void this.reading.passedOver++;
      if ("fault" in own) return this.aside(text, line, own.fault);
      record = own.record;
    }
    const { block, row } = this.columns;
    const fault = readRecord(record, block, row, this.vocabulary);
    if (fault) return this.aside(text, line, withHint(fault, raw));
    block.fileIndex[row] = this.files.length - 1;
    block.lineNumber[row] = line;
    this.checkOrigin(record.simulated === true);
    if ((record.collected as { target?: unknown } | null)?.target === "local") this.local = true;
    if (this.format.framing === "json") this.types.see(record, block.platform[row]);
    if (block.httpStatus[row] >= 200 && block.httpStatus[row] < 300) {
      if (block.platform[row] === NO_PLATFORM) this.withoutPlatform++;
      else if (Number.isNaN(block.executionTimeMs[row]) && this.withoutExecution++ === 0)
        this.executionHint = likelyField(raw, "metrics.execution_time_ms");
    }
    this.options.watch?.(record, this.place());
    this.columns.commit();
    this.totals.lines++;
    this.totals.rows++;
    this.reading.rows++;
  }

  aside(text: string, line: number, fault: Fault): void {
    this.line = line;
    this.setAside.add(this.files[this.files.length - 1], line, text, fault);
    this.totals.lines++;
    this.totals.quarantined++;
  }

  text(text: string, line: number): void {
    this.aside(text, line, { field: null, reason: "the line is no request" });
  }

  blank(): void {
    this.totals.blankLines++;
  }

  /** A record in the study's words, by the format and the mapping. */
  private ownRecord(raw: LogRecord): { record: LogRecord } | { fault: Fault } | null {
    const { format } = this;
    const translated = format.translate ? format.translate(raw) : { record: raw };
    const { columns } = this.options;
    if (!columns || translated === null || "fault" in translated) return translated;
    return { record: columns.apply(translated.record, format.columns?.(raw) ?? raw) };
  }

  /**
   * Simulated rows say so, each of them; measured rows among them would be taken for simulated
   * ones, or the reverse.
   */
  private checkOrigin(simulated: boolean): void {
    if (this.simulated === simulated) return;
    if (this.simulated !== null) {
      const [other, here] = simulated ? ["measured", "simulated"] : ["simulated", "measured"];
      throw new RequestSourceError(
        `${this.firstPlace} is ${other} and ${this.place()} is ${here}: read simulated and ` +
          "measured logs separately",
      );
    }
    this.simulated = simulated;
    this.firstPlace = this.place();
  }

  private place(): string {
    return `${this.files[this.files.length - 1]}:${this.line}`;
  }
}

/** The hour of a time at the place. */
function localHour(timestampMs: number, utcOffsetMinutes: number): number {
  return Math.floor((timestampMs / 60_000 + utcOffsetMinutes) / 60) % 24;
}

/** A field that is missing may stand there under another name. */
function withHint(fault: Fault, record: LogRecord): Fault {
  const hint =
    fault.field !== null && fault.reason.startsWith(`${fault.field} is missing`)
      ? likelyField(record, fault.field)
      : null;
  return hint === null ? fault : { ...fault, reason: `${fault.reason}. ${hint}` };
}
