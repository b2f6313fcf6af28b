import { MISSING, type Requests } from "./requests.js";

export type ColumnType =
  Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor | Float64ArrayConstructor;
export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** The columns of Requests that are logged and stored, without what describes them. */
export type RequestColumns = Omit<
  Requests,
  | "rowCount"
  | "provenance"
  | "files"
  | "workloadNames"
  | "declaredMemoryMb"
  | "windows"
  | "patterns"
  | "payloadKb"
>;

/** Every such column with its type, in the order in which files and tables show them. */
export const REQUEST_COLUMNS: Readonly<Record<keyof RequestColumns, ColumnType>> = {
  fileIndex: Uint32Array,
  lineNumber: Uint32Array,
  requestIdHash: Float64Array,
  platform: Uint8Array,
  workload: Uint8Array,
  timestampMs: Float64Array,
  httpStatus: Uint16Array,
  responseTimeMs: Float64Array,
  executionTimeMs: Float64Array,
  targetPayloadKb: Float64Array,
  actualPayloadKb: Float64Array,
  timeWindow: Uint8Array,
  loadPattern: Uint8Array,
  memoryUsedMb: Float64Array,
  memoryLimitMb: Float64Array,
  coldStart: Uint8Array,
  cpuPercent: Float64Array,
  pairIdHash: Float64Array,
  sentFirst: Uint8Array,
  billedDurationMs: Float64Array,
  initDurationMs: Float64Array,
  runningTasks: Float64Array,
};

/** What a row has of a column that was not logged. */
export function notLogged(name: keyof RequestColumns): number {
  return REQUEST_COLUMNS[name] === Float64Array ? NaN : MISSING;
}

/** Columns made one by one, by name. */
export function mapColumns<C>(
  types: Readonly<Record<keyof C, ColumnType>>,
  make: (name: keyof C, type: ColumnType) => Column,
): C {
  const names = Object.keys(types) as (keyof C)[];
  return Object.fromEntries(names.map((name) => [name, make(name, types[name])])) as C;
}

/**
 * Columns that grow by whole blocks, so that nothing is copied until the end and 10 million rows
 * never need twice their memory. A row is written in place at `row` of `block` and counts once
 * `commit` is called.
 */
export class GrowingColumns<C extends object> {
  static readonly BLOCK_ROWS = 16_384;
  block: C;
  row = 0;
  private full: C[] = [];

  constructor(private readonly types: Readonly<Record<keyof C, ColumnType>>) {
    this.block = this.emptyBlock();
  }

  commit(): void {
    if (++this.row < GrowingColumns.BLOCK_ROWS) return;
    this.full.push(this.block);
    this.block = this.emptyBlock();
    this.row = 0;
  }

  /**
   * All committed rows, exactly as long as needed. Ends this object's life: its blocks are let go
   * on the way.
   */
  finish(): C {
    const rowCount = this.full.length * GrowingColumns.BLOCK_ROWS + this.row;
    const blocks = [...this.full, this.block] as Record<keyof C, Column>[];
    return mapColumns<C>(this.types, (name, type) => {
      const column = new type(rowCount);
      blocks.forEach((block, b) => {
        const from = b * GrowingColumns.BLOCK_ROWS;
        column.set(block[name].subarray(0, rowCount - from), from);
        block[name] = new type(0);
      });
      return column;
    });
  }

  private emptyBlock(): C {
    return mapColumns<C>(this.types, (_, type) => new type(GrowingColumns.BLOCK_ROWS));
  }
}
