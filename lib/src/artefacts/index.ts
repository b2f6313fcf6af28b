export {
  campaignLocation,
  loadCampaign,
  loadCampaigns,
  loadRequests,
  saveRequests,
  type NamedCampaign,
} from "./campaign.js";
export { claimRun } from "./claim-run.js";
export { collectLocalDuet, type CollectedCampaign } from "./collection.js";
export { collectGates, gatesFile, staleNotebooks, type RunGate } from "./gates.js";
export {
  loadLabelOptions,
  labellingContents,
  labellingFiles,
  saveLabels,
  type LabellingFiles,
  type LabellingManifest,
} from "./labelling.js";
export {
  readManifest,
  recordPreregistration,
  type InputFile,
  type Manifest,
  type ManifestPromise,
  type NotebookRecord,
  type RunSource,
} from "./manifest.js";
export type { CodeVersion, Machine } from "./machine.js";
export { loadModels, saveModels, type KeptModel } from "./models.js";
export { PROJECT_ROOT, runFolder } from "./project-root.js";
export { judgedCampaign, saveStudyRouter, type StudyRouterTask } from "./router.js";
export {
  beginRun,
  chooseRun,
  DEFAULT_PLAN,
  STORY_PLANS,
  type ChosenRun,
  type StudyOptions,
} from "./run.js";
export { checkThresholds, openRun, openStudy, planOf, type Study } from "./study.js";
export { clearAllParts } from "./whole-files.js";
