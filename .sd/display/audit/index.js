export { showCampaignBounds } from "./bounds.js";
export { failing, showReading, showSuspicions, showWorkloads, } from "./campaigns.js";
export { findingFigure, showChecks, showFinding } from "./findings.js";
export { showAgainstLookup, showWorkloadLabels } from "./first-label.js";
//# sourceMappingURL=index.js.map