export {
  campaignLocation,
  DEFAULT_PLAN,
  handOnRequests,
  loadCampaign,
  loadCampaigns,
  takeRequests,
  type NamedCampaign,
} from "./campaign.js";
export { claimRun } from "./claim-run.js";
export { collectDemonstration, type CollectedCampaign } from "./collection.js";
export {
  handOnLabels,
  takeLabelOptions,
  labellingContents,
  labellingFiles,
  type LabellingFiles,
  type LabellingManifest,
} from "./labelling.js";
export { readManifest, type InputFile, type Manifest, type NotebookRecord } from "./manifest.js";
export { handOnRouter, judgedCampaign, type StudyRouterTask } from "./router.js";
export { handOnModels, takeModels, type KeptModel } from "./models.js";
export {
  chooseRun,
  collectGates,
  gatesFile,
  openStudy,
  PROJECT_ROOT,
  type Study,
  type StudyOptions,
  type StudySource,
} from "./study.js";
