export { auditRequests, auditTable, } from "./audit-input.js";
export { AuditData } from "./audit-data.js";
export { CHECK_GROUPS, } from "./check.js";
export { checkGates, COLLECTION_GATES } from "./check-gates.js";
export { auditJson } from "./audit-json.js";
export { CHECK_LEVEL } from "./judge.js";
export { runAudit } from "./run-audit.js";
export { SUITE } from "./suite.js";
//# sourceMappingURL=index.js.map