export { showCampaignBounds } from "./bounds.js";
export { failing, showReading, showSuspicions, showWorkloads, type AuditedCampaign, type ReadCampaign, } from "./campaigns.js";
export { findingFigure, showChecks, showFinding } from "./findings.js";
export { showAgainstLookup, showWorkloadLabels } from "./first-label.js";
