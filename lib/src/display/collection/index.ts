export {
  collectionHeadline,
  collectionSummary,
  collectionText,
  showCollection,
  type CollectionView,
} from "./collection-view.js";
export {
  showBill,
  showClocks,
  showDesign,
  showLosses,
  showPlan,
  showPlannedAndLogged,
  showRuns,
} from "./planned.js";
export {
  DEFAULT_CHANGE_COLUMNS,
  defaultChangeRows,
  EXPECTED_GATE_COLUMNS,
  expectedGateRows,
  PLAN_CHANGE_COLUMNS,
  planChangeRows,
  rangeText,
  showPreflight,
} from "./preflight.js";
