export type { Provenance } from "./page-frame.js";
export type { StaleNotes } from "./stale.js";
export { writeReport, type ReportOptions } from "./write-report.js";
