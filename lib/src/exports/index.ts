export { dataDictionary, dictionaryCsv, type DictionaryEntry } from "./data-dictionary.js";
export { exportModel, type ExportedModel, type ModelExport } from "./export-model.js";
export { figureCsv } from "./figure-data.js";
export { findChromium } from "./figure-pdf.js";
export { latexText } from "./latex-text.js";
export { roCrate, type CrateEntity, type CrateFile, type RoCrate } from "./ro-crate.js";
export { tableCsv, tableLatex } from "./table-files.js";
export { writeExports, type ExportedRun } from "./write-exports.js";
export { firstSingleAbove, LARGEST_SINGLE, singleText } from "./single-precision.js";
export { xgboostJson } from "./xgboost-json.js";
export { xgboostNames } from "./xgboost-names.js";
export {
  predictInSingle,
  XGBOOST_KINDS,
  xgboostTrees,
  type XgboostTrees,
} from "./xgboost-trees.js";
