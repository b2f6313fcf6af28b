export * from "./charts/index.js";
export * from "./collection/index.js";
export { danfoFrame, describeRows, type ColumnSummary } from "./describe.js";
export { DRAWING, makeFigure, type Figure, type FigureText } from "./figure.js";
export { formatGateValue, formatInterval, formatNumber, type NumberFormat } from "./format.js";
export {
  gateLines,
  gateQuestion,
  gatesByStage,
  showGates,
  type GateLines,
  type ShownGate,
  type StageGates,
} from "./gates.js";
export { escapeHtml } from "./html.js";
export { insideNotebook, showOutput, type MimeBundle } from "./outputs.js";
export { showProgress, type Progress } from "./progress.js";
export { showSettings } from "./settings.js";
export { showFigure, showText } from "./show.js";
export { figureToSvg } from "./static-svg.js";
export { cellValue, TABLE_TYPE, type DataCell, type TableData } from "./table-data.js";
export {
  printedCell,
  showTable,
  tableText,
  type CellValue,
  type Column,
  type TableOptions,
} from "./table.js";
export {
  PLATFORM_COLOURS,
  SERIES_COLOURS,
  VERDICT_COLOURS,
  VERDICT_SIGNS,
  WORKLOAD_COLOURS,
} from "./theme.js";
export * from "./audit/index.js";
export * from "./labelling/index.js";
export * from "./training/index.js";
export * from "./explanation/index.js";
export * from "./routing/index.js";
