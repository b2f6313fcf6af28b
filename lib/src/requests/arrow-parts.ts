import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { tableFromIPC } from "@uwdata/flechette";
import { NO_PLATFORM, PLATFORMS } from "../campaign/index.js";
import { writingTo, type PartialFiles } from "../files/index.js";
import { InputError } from "../statistics/index.js";
import { requestsFromArrow, requestsToArrow } from "./arrow.js";
import { columnsFromArrow, columnsToArrow, type CodedColumns } from "./arrow-columns.js";
import { mapColumns, REQUEST_COLUMNS, type Column, type RequestColumns } from "./columns.js";
import { COUNTERFACTUAL_COLUMNS, type Counterfactual } from "./counterfactual-columns.js";
import { RequestSourceError } from "./error.js";
import type { FileDigest } from "./digest.js";
import { namePayloads } from "./payload.js";
import type { Requests } from "./requests.js";

/**
 * A campaign too large for lines of JSON lies in a folder as numbered parts, each an Arrow file of
 * its own.
 */
const REQUESTS_PART = /^requests-\d{5}\.arrow$/;
const COUNTERFACTUAL = "counterfactual";
const partName = (kind: string, part: number): string =>
  `${kind}-${String(part).padStart(5, "0")}.arrow`;

const CODED: CodedColumns<Counterfactual> = { platform: { names: PLATFORMS, none: NO_PLATFORM } };

/** Columns that no label, feature or policy looks at. */
const FOR_TRACING: readonly (keyof RequestColumns)[] = [
  "fileIndex",
  "lineNumber",
  "requestIdHash",
  "memoryUsedMb",
  "cpuPercent",
];

/**
 * Writes part `part` (from 1) of a campaign: `requests-<part>.arrow`, and
 * `counterfactual-<part>.arrow` beside it, among `files`, which get their names together. Throws
 * where it lies already.
 */
export function writeArrowPart(
  files: PartialFiles,
  folder: string,
  part: number,
  requests: Requests,
  counterfactual: Counterfactual | null,
): void {
  const write = (kind: string, bytes: Uint8Array): void => {
    const file = path.join(folder, partName(kind, part));
    if (existsSync(file))
      throw new InputError(
        `${file} exists already; name a folder without another campaign, or remove it first`,
      );
    const partial = files.begin(file);
    writingTo(file, () => writeFileSync(partial, bytes));
  };
  write("requests", requestsToArrow(requests));
  if (counterfactual)
    write(
      COUNTERFACTUAL,
      columnsToArrow<Counterfactual>(COUNTERFACTUAL_COLUMNS, counterfactual, CODED, {}),
    );
}

/** Names of a folder's parts in order; none where it holds no such campaign. */
export function arrowParts(folder: string): string[] {
  return existsSync(path.join(folder, partName("requests", 1)))
    ? readdirSync(folder)
        .filter((name) => REQUESTS_PART.test(name))
        .sort()
    : [];
}

export interface ArrowPartsOptions {
  /**
   * Leaves the columns that only trace a request back (file, line, id, memory used, CPU) empty, of
   * length 0: ten million requests then take 0.6 GB instead of 0.95.
   */
  lean?: boolean;
  onProgress?: (rows: number, rowsTotal: number) => void;
}

export interface ArrowCampaign {
  requests: Requests;
  /** Null unless asked for. */
  counterfactual: Counterfactual | null;
  digests: FileDigest[];
}

/**
 * Reads a campaign in Arrow parts column by column, one part after the other into columns of their
 * final length. Throws RequestSourceError where there are no parts, where one is no such part, or
 * where a counterfactual is asked for and missing.
 */
export function readArrowParts(
  folder: string,
  options: ArrowPartsOptions & { counterfactual?: boolean } = {},
): ArrowCampaign {
  const names = arrowParts(folder);
  if (names.length === 0)
    throw new RequestSourceError(
      `${folder} holds no file requests-00001.arrow: only \`study simulate --format arrow\` ` +
        "makes such a folder",
    );
  const rowCounts = names.map((name) => rowsIn(folder, name));
  const rowCount = rowCounts.reduce((sum, rows) => sum + rows, 0);
  const empty = new Set<string>(options.lean ? FOR_TRACING : []);
  const columns = mapColumns<RequestColumns>(
    REQUEST_COLUMNS,
    (name, type) => new type(empty.has(name) ? 0 : rowCount),
  );
  const counterfactual = options.counterfactual
    ? mapColumns<Counterfactual>(COUNTERFACTUAL_COLUMNS, (_, type) => new type(rowCount))
    : null;
  const digests: FileDigest[] = [];
  const read = (name: string): Uint8Array => {
    const bytes = readFileSync(path.join(folder, name));
    digests.push({
      file: name,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    return bytes;
  };
  let at = 0;
  let first: Requests | null = null;
  names.forEach((name, part) => {
    const requests = ofPart(name, () => requestsFromArrow(read(name)));
    first ??= requests;
    for (const column of Object.keys(columns) as (keyof RequestColumns)[])
      if (!empty.has(column)) columns[column].set(requests[column], at);
    if (!empty.has("fileIndex")) columns.fileIndex.fill(part, at, at + requests.rowCount);
    if (counterfactual) {
      const other = name.replace("requests", COUNTERFACTUAL);
      if (!existsSync(path.join(folder, other)))
        throw new RequestSourceError(
          `${folder} lacks ${other}: only a simulated campaign has counterfactual outcomes`,
        );
      const unseen = ofPart(other, () =>
        columnsFromArrow<Counterfactual>(COUNTERFACTUAL_COLUMNS, tableFromIPC(read(other)), CODED),
      );
      for (const column of Object.keys(COUNTERFACTUAL_COLUMNS) as (keyof Counterfactual)[])
        (counterfactual[column] as Column).set(unseen[column], at);
    }
    at += requests.rowCount;
    options.onProgress?.(at, rowCount);
  });
  const payloadKb = namePayloads(columns);
  return {
    requests: { ...first!, rowCount, files: names, ...columns, payloadKb },
    counterfactual,
    digests,
  };
}

/** Rows of a part: its file is mapped by flechette without decoding a column. */
function rowsIn(folder: string, name: string): number {
  return ofPart(name, () => tableFromIPC(readFileSync(path.join(folder, name))).numRows);
}

function ofPart<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new RequestSourceError(
      `${name} is no part of a campaign (${(error as Error).message}): simulate the campaign again`,
      { cause: error },
    );
  }
}
