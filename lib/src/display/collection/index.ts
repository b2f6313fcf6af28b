export { collectionHeadline, collectionText, showCollection, type CollectionView } from "./collection-view.js";
export { showBill, showClocks, showDesign, showLosses, showPlan, showPlannedAndLogged, showRuns } from "./planned.js";
