export { makeReportFigure, PLOTLY_TYPE, SVG_TYPE, textOf, type ReportFigure } from "./figures.js";
export type { Provenance } from "./page-frame.js";
export { slug } from "./slug.js";
export type { StaleNotes } from "./stale.js";
export { writeReport, type ReportOptions } from "./write-report.js";
export { whatIfPage } from "./what-if-page.js";
