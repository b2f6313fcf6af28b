import { tableFromIPC } from "@uwdata/flechette";
import { NO_PLATFORM, PLATFORMS } from "../campaign/index.js";
import { InputError } from "../statistics/index.js";
import { columnsFromArrow, columnsToArrow, type CodedColumns } from "./arrow-columns.js";
import { notLogged, REQUEST_COLUMNS, type RequestColumns } from "./columns.js";
import { namePayloads } from "./payload.js";
import { MISSING, type Provenance, type Requests } from "./requests.js";
import { patternNames, windowNames, type DeclaredScenarios } from "./scenarios.js";

/** Columns of codes: the names they stand for, and the code that stands for none. */
function codedColumns(
  files: string[],
  workloadNames: string[],
  scenarios: DeclaredScenarios,
): CodedColumns<RequestColumns> {
  return {
    fileIndex: { names: files, none: -1 },
    platform: { names: PLATFORMS, none: NO_PLATFORM },
    workload: { names: workloadNames, none: MISSING },
    timeWindow: { names: windowNames(scenarios), none: MISSING },
    loadPattern: { names: patternNames(scenarios), none: MISSING },
  };
}

/** Columns that files written before there were pairs do not have. */
const PAIRED_COLUMNS: ReadonlySet<keyof RequestColumns> = new Set([
  "pairIdHash",
  "sentFirst",
  "billedDurationMs",
  "initDurationMs",
  "runningTasks",
]);

/** What the schema's metadata carries under the key `requests`, as JSON. */
interface Description extends DeclaredScenarios {
  format: 1;
  provenance: Provenance;
  files: string[];
  workloadNames: string[];
  declaredMemoryMb?: Readonly<Record<string, number>>;
}

/**
 * Requests as an Arrow IPC file: the columns of Requests under their own names, coded columns as
 * dictionaries of names with null for a missing code, so that any Arrow reader shows words. The
 * same requests give the same bytes, and `requestsFromArrow` gives back exactly the same columns of
 * a whole campaign.
 */
export function requestsToArrow(requests: Requests): Uint8Array {
  const { provenance, files, workloadNames, declaredMemoryMb, windows, patterns } = requests;
  const scenarios = { ...(windows && { windows }), ...(patterns && { patterns }) };
  const description: Description = {
    ...{ format: 1, provenance, files, workloadNames },
    ...(declaredMemoryMb && { declaredMemoryMb }),
    ...scenarios,
  };
  return columnsToArrow<RequestColumns>(
    REQUEST_COLUMNS,
    requests,
    codedColumns(files, workloadNames, scenarios),
    { requests: JSON.stringify(description) },
  );
}

/** The requests in bytes that `requestsToArrow` wrote. Throws an InputError for anything else. */
export function requestsFromArrow(bytes: Uint8Array): Requests {
  const table = tableFromIPC(bytes);
  const told = table.schema.metadata?.get("requests");
  if (!told)
    throw new InputError(
      "these Arrow bytes hold no requests: they need what requestsToArrow writes",
    );
  const { format, provenance, files, workloadNames, ...stated } = JSON.parse(told) as Description;
  if (format !== 1)
    throw new InputError(
      `these requests are in format ${String(format)}, and this program reads 1: write them anew`,
    );
  const columns = columnsFromArrow<RequestColumns>(
    REQUEST_COLUMNS,
    table,
    codedColumns(files, workloadNames, stated),
    (name) => (PAIRED_COLUMNS.has(name) ? notLogged(name) : undefined),
  );
  return {
    rowCount: table.numRows,
    provenance,
    files,
    workloadNames,
    ...stated,
    ...columns,
    payloadKb: namePayloads(columns),
  };
}
