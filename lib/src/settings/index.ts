export { checkSettings, SettingsError } from "./check.js";
export {
  declaredMemoryMb,
  featureSets,
  gateThresholdsOf,
  labelChoice,
  logOptions,
  platformTerms,
  searchSpaces,
  sloLimitsMs,
  splitChoice,
} from "./choices.js";
export { DEFAULTS } from "./defaults.js";
export { priceTable } from "./prices.js";
export { studySchema, type StudyFile } from "./schema.js";
export {
  effectiveOptions,
  NO_SETTINGS,
  readSettings,
  settingsDifferences,
  settingsDigest,
  type Settings,
  type SettingsSource,
  type StatedOption,
} from "./settings.js";
