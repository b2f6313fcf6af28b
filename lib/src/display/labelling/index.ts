export { showCellVerdicts, showChoiceMap, showClosestCells, showGroupVerdicts, showLabelCounts, showLabelMap, showSchemes, showSensitivity } from "./labels.js";
export { showSplits } from "./splits.js";
