import path from "node:path";
import { loadRequests, type Study } from "../artefacts/index.js";
import {
  csvLine,
  FEATURES,
  labelledTableFromArrow,
  takeRows,
  type FeatureTable,
} from "../features/index.js";
import { writeAllWhole } from "../files/index.js";
import {
  authorRowOrder,
  columnsOf,
  MODEL_FAMILIES,
  readModel,
  studySplit,
  type Classifier,
} from "../models/index.js";
import { selectRows, type Requests } from "../requests/index.js";
import { InputError } from "../statistics/index.js";
import { xgboostJson } from "./xgboost-json.js";
import { xgboostNames } from "./xgboost-names.js";
import { predictInSingle, requireTrees, xgboostTrees } from "./xgboost-trees.js";

const TRAINED_BY = "04_training";
const LABELLED_BY = "03_percentile_labeling";

/** What stands behind the features in a file of rows. */
const BESIDE = ["label", "probability"];

/** What Python's lines call a file of rows where none was written. */
const ROWS = "rows.csv";

/** By how much a probability may be another in single precision, and still be the same. */
const SAME_WITHIN = 1e-6;

/** What was written of a model. */
export interface ExportedModel {
  kind: string;
  title: string;
  simulated: boolean;
  /** Those of the model and those of one leaf that carry its constant. */
  trees: number;
  nodes: number;
  /** In the order in which XGBoost takes them. */
  columns: string[];
  /** Columns that could not keep their name, by the name they have in the file. */
  renamed: Record<string, string>;
  testRows: number;
  /**
   * Between the model's probabilities of the test rows and those that the file gives, computed as
   * XGBoost computes: in single precision.
   */
  largestDifference: number;
  /** Test rows of which the two differ by more than 1e-6. */
  differingRows: number;
  /** How to use the files in Python, line by line. */
  python: string[];
}

/** What is written, and where. */
export interface ModelExport {
  /** A kind of model; the run's best one where undefined. */
  kind?: string;
  outFile: string;
  /** A file for the test rows: the columns, the label and the model's probability. */
  rowsFile?: string;
}

/**
 * Writes a model that notebook 04 trained as XGBoost's JSON and, where asked for, the run's test
 * rows with its probabilities as CSV. Throws an InputError where the model is no tree, and with the
 * notebook to run where something is missing or stale.
 */
export async function exportModel(
  study: Study,
  { kind: asked, outFile, rowsFile }: ModelExport,
): Promise<ExportedModel> {
  if (outFile === rowsFile)
    throw new InputError(`${outFile} cannot hold both the model and the rows: name two files`);
  if (asked !== undefined) requireTrees(asked);
  const kind = asked ?? study.readJson<{ best: string }>("training.json", TRAINED_BY).best;
  requireTrees(kind, `the run's best model, ${kind},`);
  const classifier = await readModel(study.pathOf(`models/${kind}`, TRAINED_BY));
  const table = labelledTableFromArrow(study.readBytes("labelled.arrow", LABELLED_BY));
  const requests = selectRows(loadRequests(study), table.extra.request);
  const rows = { label: table.label, order: authorRowOrder(requests), cellOfRow: table.extra.cell };
  const { test } = studySplit(rows, study.split, study.seed);

  const converted = xgboostTrees(classifier, table.features);
  const tested = takeRows(table.features, test);
  const ours = classifier.predictProbability(tested);
  const theirs = predictInSingle(converted, columnsOf(classifier.featureNames, tested));
  const differences = ours.map((probability, row) => Math.abs(probability - theirs[row]));

  const { title } = MODEL_FAMILIES.find((family) => family.kind === kind)!;
  const columns = xgboostNames(classifier.featureNames, BESIDE);
  const renamed = Object.fromEntries(
    columns.flatMap((name, at) =>
      name === classifier.featureNames[at] ? [] : [[name, classifier.featureNames[at]]],
    ),
  );
  const attributes = {
    study_run: study.run,
    study_model: title,
    study_data: study.simulated ? "simulated" : "measured",
    study_label: "1: Lambda is the better place for the request; 0: ECS",
    study_columns: "as in the run's labelled.csv; `study export` explains them (data dictionary)",
    study_codes: JSON.stringify(codesOf(classifier, requests)),
    study_renamed: JSON.stringify(renamed),
    study_python: pythonLines(path.basename(outFile), path.basename(rowsFile ?? ROWS)).join("\n"),
  };
  const files: [string, Uint8Array][] = [[outFile, xgboostJson(converted, columns, attributes)]];
  if (rowsFile !== undefined) {
    const label = test.map((row) => table.label[row]);
    files.push([rowsFile, rowsCsv(columns, classifier.featureNames, tested, [label, ours])]);
  }
  writeAllWhole(files);
  return {
    kind,
    title,
    simulated: study.simulated,
    trees: converted.trees.length,
    nodes: converted.trees.reduce((sum, { condition }) => sum + condition.length, 0),
    columns,
    renamed,
    testRows: test.length,
    largestDifference: differences.reduce((most, value) => Math.max(most, value), 0),
    differingRows: differences.filter((value) => value > SAME_WITHIN).length,
    python: pythonLines(outFile, rowsFile ?? ROWS),
  };
}

/** The names behind the codes of the coded columns, by column. */
function codesOf({ featureNames }: Classifier, requests: Requests): Record<string, string[]> {
  const coded = FEATURES.filter(
    ({ name, categories }) => categories && featureNames.includes(name),
  );
  return Object.fromEntries(
    coded.map(({ name, categories }) => [name, [...categories!(requests)]]),
  );
}

/** Lines that are made into bytes together. */
const LINES_AT_A_TIME = 10_000;

/** Numbers are written in full; a missing value is an empty field. */
function rowsCsv(
  columns: readonly string[],
  featureNames: readonly string[],
  features: FeatureTable,
  beside: readonly ArrayLike<number>[],
): Uint8Array {
  const values = [...columnsOf(featureNames, features), ...beside];
  const parts = [Buffer.from(csvLine([...columns, ...BESIDE]))];
  for (let from = 0; from < features.rowCount; from += LINES_AT_A_TIME) {
    const count = Math.min(LINES_AT_A_TIME, features.rowCount - from);
    const lines = Array.from({ length: count }, (_, at) =>
      values.map((column) => (Number.isNaN(column[from + at]) ? "" : column[from + at])).join(","),
    );
    parts.push(Buffer.from(`${lines.join("\n")}\n`));
  }
  return Buffer.concat(parts);
}

/** JSON's texts are Python's, too. */
function pythonLines(model: string, rows: string): string[] {
  return [
    "import numpy, xgboost",
    `model = xgboost.Booster(model_file=${JSON.stringify(model)})`,
    `rows = numpy.genfromtxt(${JSON.stringify(rows)}, delimiter=",", skip_header=1)`,
    `columns = xgboost.DMatrix(rows[:, :-${BESIDE.length}], feature_names=model.feature_names)`,
    "print(abs(model.predict(columns) - rows[:, -1]).max())",
  ];
}
