export type { Provenance } from "./page-frame.js";
export { writeReport, type ReportOptions } from "./write-report.js";
