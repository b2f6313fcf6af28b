import {
  auditRequests,
  auditTable,
  runAudit,
  type CheckResult,
  type ModelPredictions,
  type RequestsAuditOptions,
  type Thresholds,
} from "lib/audit";
import type { LabelledTable } from "lib/features";
import { THESIS_TERMS } from "lib/labels";
import { namePayloads, type Requests } from "lib/requests";
import { createRandom, type Random } from "lib/statistics";

/** What one check says of requests, its thresholds set as given. */
export function checkRequests(
  id: string,
  requests: Requests,
  options: Partial<RequestsAuditOptions> = {},
  thresholds: Thresholds = {},
): CheckResult {
  return runAudit(auditRequests(requests, { labelling: THESIS_TERMS, ...options }), {
    only: [id],
    thresholds: { [id]: thresholds },
  }).checks[0];
}

/** What one check says of a table. */
export function checkTable(
  id: string,
  table: LabelledTable,
  predictions?: ModelPredictions[],
): CheckResult {
  return runAudit(auditTable(table, { name: "a table", predictions }), { only: [id] }).checks[0];
}

/** A table from columns and a label. */
export function tableOf(
  columns: Record<string, ArrayLike<number>>,
  label: ArrayLike<number>,
): LabelledTable {
  const names = Object.keys(columns);
  return {
    features: {
      rowCount: label.length,
      names,
      columns: names.map((name) => Float64Array.from(columns[name])),
      categories: names.map(() => null),
    },
    label: Uint8Array.from(label),
  };
}

/** Changes rows that `chosen` names, with a seeded generator at hand. Returns the same requests. */
export function change(
  requests: Requests,
  chosen: (row: number, random: Random) => boolean,
  to: (row: number) => void,
): Requests {
  const random = createRandom("planted");
  for (let row = 0; row < requests.rowCount; row++) if (chosen(row, random)) to(row);
  requests.payloadKb = namePayloads(requests);
  return requests;
}
