import { groupIntoCells, MISSING } from "../requests/index.js";
import { ECS, LAMBDA, LAMBDA_MEMORY_DECLARED_MB } from "../campaign/index.js";
import { codeRows } from "../statistics/index.js";
import { AuditData } from "./audit-data.js";
import type { AuditInput } from "./audit-input.js";
import { SUITE } from "./suite.js";

/** The requests at fault by one check, and where they stand in the logs. */
export interface OffendingRows {
  id: string;
  lines: { file: string; line: number }[];
}

type RowFinder = (data: AuditData, thresholds: Readonly<Record<string, number>>) => Uint32Array;

/**
 * The requests at fault, with their log files and lines, of those of the checks that can name
 * rows; the others judge a whole campaign. Thresholds are the checks' own.
 */
export function offendingRows(input: AuditInput, ids: readonly string[]): OffendingRows[] {
  if (input.requests === null || input.rows === 0) return [];
  const { files, fileIndex, lineNumber } = input.requests;
  const data = new AuditData(input);
  return SUITE.filter(({ id }) => ids.includes(id) && Object.hasOwn(FINDERS, id))
    .filter(({ needs }) => needs.every((need) => data.has(need)))
    .map(({ id, thresholds }) => ({
      id,
      lines: Array.from(FINDERS[id](data, thresholds), (row) => ({
        file: files[fileIndex[row]],
        line: lineNumber[row],
      })),
    }));
}

const where = (rowCount: number, holds: (row: number) => boolean): Uint32Array =>
  Uint32Array.from({ length: rowCount }, (_, row) => row).filter(holds);

const FINDERS: Readonly<Record<string, RowFinder>> = {
  unanswered({ requests, answeredRows }) {
    const answered = new Set(answeredRows);
    return where(requests.rowCount, (row) => !answered.has(row));
  },
  "memory-declared"(data) {
    const { platform, workload, workloadNames, memoryLimitMb, rowCount } = data.requests;
    const declared = new Map<string, number>(
      data.has("plan")
        ? data.plan.workloads.map(({ workload: name, lambdaMemoryMb }) => [name, lambdaMemoryMb])
        : Object.entries(data.requests.declaredMemoryMb ?? LAMBDA_MEMORY_DECLARED_MB),
    );
    return where(rowCount, (row) => {
      const wanted = declared.get(workloadNames[workload[row]]);
      const limit = memoryLimitMb[row];
      const known = platform[row] === LAMBDA && wanted !== undefined && !Number.isNaN(limit);
      return known && limit !== wanted;
    });
  },
  "time-order"({ requests }, { seconds }) {
    const latest = new Float64Array(requests.files.length).fill(-Infinity);
    return where(requests.rowCount, (row) => {
      const file = requests.fileIndex[row];
      const time = requests.timestampMs[row];
      latest[file] = Math.max(latest[file], time);
      return latest[file] - time > 1000 * seconds;
    });
  },
  duplicates: repeatedRows,
  "continued-runs"({ runs }, { seconds }) {
    const named = runs.filter(({ window, pattern }) => window !== MISSING && pattern !== MISSING);
    const under = named.filter((next) =>
      named.some(
        (run) =>
          run.pattern === next.pattern &&
          run.window !== next.window &&
          run.startMs < next.startMs &&
          Math.abs(next.startMs - run.endMs) <= 1000 * seconds,
      ),
    );
    return Uint32Array.from(under.flatMap(({ rows }) => [...rows])).sort();
  },
  "one-platform-cells"({ requests, answeredRows }) {
    const { codeOfRow, codeCount } = groupIntoCells(requests);
    const served = [ECS, LAMBDA].map(() => new Uint8Array(codeCount));
    for (const row of answeredRows) served[requests.platform[row]][codeOfRow[row]] = 1;
    return answeredRows.filter((row) => served.some((cells) => cells[codeOfRow[row]] === 0));
  },
  "label-noise"({ input, table, distinct }) {
    const { requestRow } = input;
    if (requestRow === null) return new Uint32Array();
    const { positives, rows, vectorOfRow } = distinct;
    return requestRow.filter((_, row) => {
      const vector = vectorOfRow[row];
      return table.label[row] === Number(2 * positives[vector] <= rows[vector]);
    });
  },
};

function repeatedRows({ requests }: AuditData): Uint32Array {
  const { rowCount, requestIdHash, executionTimeMs } = requests;
  const seen = new Set<number>();
  const columns = [
    requests.timestampMs,
    requests.platform,
    requests.workload,
    requests.responseTimeMs,
    executionTimeMs,
  ];
  const { codeOfRow, firstRow } = codeRows(columns, rowCount);
  return where(rowCount, (row) => {
    const id = requestIdHash[row];
    const again = seen.has(id);
    if (!Number.isNaN(id)) seen.add(id);
    return again || (firstRow[codeOfRow[row]] !== row && !Number.isNaN(executionTimeMs[row]));
  });
}
