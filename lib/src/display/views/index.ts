export { showBill, showClocks, showDesign, showLosses, showPlan, showPlannedAndLogged, showRuns } from "./collection.js";
export { showCellVerdicts, showChoiceMap, showClosestCells, showGroupVerdicts, showLabelCounts, showLabelMap, showSchemes, showSensitivity } from "./labels.js";
export { showSplits } from "./splits.js";
