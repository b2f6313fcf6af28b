export { campaignLocation, loadCampaign, loadCampaigns, loadRequests, saveQuarantine, saveRequests, } from "./campaign.js";
export { claimRun } from "./claim-run.js";
export { collectDemonstration } from "./collection.js";
export { collectGates, gatesFile, staleNotebooks } from "./gates.js";
export { labellingContents, labellingFiles, saveLabels, } from "./labelling.js";
export { readManifest, } from "./manifest.js";
export { loadModels, saveModels } from "./models.js";
export { PROJECT_ROOT, runFolder } from "./project-root.js";
export { saveStudyRouter } from "./router.js";
export { beginRun, chooseRun, DEFAULT_PLAN } from "./run.js";
export { openStudy } from "./study.js";
export { clearAllParts } from "./whole-files.js";
//# sourceMappingURL=index.js.map