export { countColdStarts } from "./cold-start-counts.js";
export {
  auditRequests,
  auditTable,
  type AuditInput,
  type ModelPredictions,
  type RequestsAuditOptions,
} from "./audit-input.js";
export {
  CHECK_GROUPS,
  type Check,
  type CheckGroup,
  type CheckResult,
  type Finding,
  type Need,
  type Offender,
  type ResultFigure,
  type ResultTable,
  type Thresholds,
} from "./check.js";
export { checkGates } from "./check-gates.js";
export type { ColumnProfile } from "./column-profile.js";
export type { AuditView, Cause, CauseCost, Explained, TouchedRows } from "./cause.js";
export { CAUSES } from "./causes.js";
export { rootCauses, type CheckedRows, type FoundCause } from "./root-causes.js";
export { offendingRows, type OffendingRows } from "./offending-rows.js";
export { auditJson, type AuditJson, type LookupJson } from "./audit-json.js";
export { runAudit, type AuditOptions, type AuditResult } from "./run-audit.js";
export type { Run } from "./runs.js";
export { SUITE } from "./suite.js";
