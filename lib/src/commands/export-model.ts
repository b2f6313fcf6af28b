import { openRun } from "../artefacts/index.js";
import { exportModel, XGBOOST_KINDS, type ExportedModel } from "../exports/index.js";
import { DONE, out, outJson, say, typedPath, UsageError, type Command } from "./command.js";
import { typedRun } from "./typed-run.js";

const SUMMARY = [
  "Writes a model of trees that a run has trained as XGBoost's JSON, so that anyone can check it",
  "in Python without this program: xgboost.Booster(model_file=FILE) predicts P(Lambda optimal) of",
  "columns that stand in the order of its feature_names, NaN where a value is missing. A forest is",
  "the average of its trees: its leaves are written as parts of a sum, and predict() gives the",
  "probability, too. The file's attributes() say which columns are codes, and of what.",
].join("\n");

export const exportModelCommand: Command = {
  name: "export-model",
  summary: SUMMARY,
  positionals: "RUN",
  maxPositionals: 1,
  options: {
    model: {
      type: "string",
      value: "KIND",
      help: `${XGBOOST_KINDS.join(" or ")} (default: the run's best model)`,
    },
    out: { type: "string", value: "FILE", help: "file to write (.json)" },
    rows: {
      type: "string",
      value: "FILE",
      help:
        "write the run's test rows there (.csv): the columns in the model's order, the label, " +
        "the probability",
    },
  },
  async run(args) {
    const run = typedRun(args);
    const outFile = args.text("out");
    const rowsFile = args.text("rows");
    if (!outFile) throw new UsageError("say where to write: --out FILE");
    const exported = await exportModel(openRun(run, "export-model"), {
      kind: args.text("model"),
      outFile: typedPath(outFile),
      rowsFile: rowsFile === undefined ? undefined : typedPath(rowsFile),
    });
    if (args.flag("json")) outJson(exported);
    else out(inWords(exported, { outFile, rowsFile }));
    const { differingRows, testRows } = exported;
    if (differingRows > 0)
      say(
        `Of ${testRows} test rows ${differingRows} differ by more than 1e-6: XGBoost rounds ` +
          "numbers to single precision, which does not tell all of this run's values apart",
      );
    return DONE;
  },
};

function inWords(
  exported: ExportedModel,
  { outFile, rowsFile }: { outFile: string; rowsFile?: string },
): string {
  const { title, simulated, trees, nodes, columns, renamed, testRows, python } = exported;
  const files = rowsFile === undefined ? outFile : `${outFile}, its test rows in ${rowsFile}`;
  const rowsHint = rowsFile === undefined ? " (--rows rows.csv writes them)" : "";
  return [
    `${title}${simulated ? " (of simulated requests)" : ""}: ${trees} trees (one is a ` +
      `single leaf that carries the constant), ${nodes} nodes, in ${files}. In single ` +
      `precision, as XGBoost computes, the probabilities of the ${testRows} test rows differ ` +
      `by at most ${exported.largestDifference.toExponential(1)}.`,
    `Columns, in this order: ${columns.join(", ")}.`,
    ...Object.entries(renamed).map(
      ([name, before]) => `${JSON.stringify(before)} is called ${JSON.stringify(name)} there.`,
    ),
    `In Python, on the test rows${rowsHint}:`,
    ...python.map((line) => `  ${line}`),
  ].join("\n");
}
