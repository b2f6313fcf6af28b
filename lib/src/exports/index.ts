export { dataDictionary, dictionaryCsv, type DictionaryEntry } from "./data-dictionary.js";
export { figureCsv } from "./figure-data.js";
export { findChromium } from "./figure-pdf.js";
export { latexText } from "./latex-text.js";
export { roCrate, type CrateEntity, type CrateFile, type RoCrate } from "./ro-crate.js";
export { tableCsv, tableLatex } from "./table-files.js";
export { writeExports, type ExportedRun } from "./write-exports.js";
