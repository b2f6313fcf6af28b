export * from "./charts/index.js";
export * from "./collection/index.js";
export { describeRows } from "./describe.js";
export { makeFigure } from "./figure.js";
export { formatGateValue, formatInterval, formatNumber } from "./format.js";
export { gateLines, gateQuestion, showGates } from "./gates.js";
export { escapeHtml } from "./html.js";
export { insideNotebook, showOutput } from "./outputs.js";
export { showProgress } from "./progress.js";
export { showFigure, showText } from "./show.js";
export { figureToSvg } from "./static-svg.js";
export { showTable, tableText } from "./table.js";
export { PLATFORM_COLOURS, SERIES_COLOURS, VERDICT_COLOURS, VERDICT_SIGNS, WORKLOAD_COLOURS, } from "./theme.js";
export * from "./audit/index.js";
export * from "./labelling/index.js";
export * from "./training/index.js";
export * from "./explanation/index.js";
export * from "./routing/index.js";
//# sourceMappingURL=index.js.map