export { buildFeatures, computeFeatures } from "./build-features.js";
export { COLUMN_ROLES, forbiddenByName, forbiddenByProvenance, } from "./columns.js";
export { FEATURE_SETS, usualFeatureSets, FEATURES, } from "./definitions.js";
export { takeColumns, takeRows } from "./table.js";
export { labelledTableFromArrow, labelledTableToArrow } from "./arrow.js";
export { authorCsv } from "./author-csv.js";
export { forbiddenFeaturesGate } from "./gates.js";
export { mutualGroups } from "./mutual-groups.js";
export { readLabelledTable, TableError } from "./read-table.js";
export { csvLine } from "./csv-line.js";
//# sourceMappingURL=index.js.map