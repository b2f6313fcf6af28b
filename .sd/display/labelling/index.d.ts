export { showCellVerdicts, showChoiceMap, showClosestCells, showFailureEffects, showGroupVerdicts, showLabelCounts, showLabelMap, showSchemes, showSensitivity, } from "./labels.js";
export { showSplits } from "./splits.js";
