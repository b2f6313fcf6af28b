export { buildFeatures, computeFeatures, type RequestFeatures } from "./build-features.js";
export {
  COLUMN_ROLES,
  forbiddenByName,
  forbiddenByProvenance,
  type RequestColumn,
} from "./columns.js";
export {
  FEATURE_SETS,
  usualFeatureSets,
  FEATURES,
  type BaseFeatures,
  type FeatureDefinition,
  type FeatureSet,
} from "./definitions.js";
export { takeColumns, takeRows, type FeatureTable, type LabelledTable } from "./table.js";
export { labelledTableFromArrow, labelledTableToArrow, type ExtraColumns } from "./arrow.js";
export { authorCsv } from "./author-csv.js";
export { forbiddenFeaturesGate } from "./gates.js";
export { mutualGroups, type MutualGroup } from "./mutual-groups.js";
export { readLabelledTable, TableError, type ReadTableOptions } from "./read-table.js";
export { csvLine } from "./csv-line.js";
