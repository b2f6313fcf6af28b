import { coarsen } from "../../attainability/index.js";
import { gateThresholds } from "../../campaign/index.js";
import { codeRows, isKnown, mcnemarTest, pairedTest, takeBlocks } from "../../statistics/index.js";
import { rightAnswers } from "../answers.js";
import type { AuditData } from "../audit-data.js";
import type { ModelPredictions } from "../audit-input.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { cellLevel } from "../judge.js";
import { count, list, number, percent, points } from "../words.js";

/**
 * Each model against the best one-feature lookup, by the study's paired test: over blocks of time,
 * or over rows where the table carries no time.
 */
export const liftOverLookup: Check = {
  id: "lift-over-lookup",
  group: "after training",
  question: "Is the best model better than a one-feature lookup?",
  needs: ["table", "predictions"],
  thresholds: gateThresholds("beats-lookup"),
  condition: ({ lift }) => `more than ${points(lift)} better on the test rows, beyond chance`,
  run(data, { lift }) {
    const { best1 } = data.attainability;
    const models = data.predictions.filter(
      ({ rows }) => rows.length > 0 && rows.length < data.table.label.length,
    );
    if (models.length === 0)
      return notApplicable("No model left rows out for a lookup to learn from.");
    const table = models.map((model) => {
      const right = rightAnswers(data, model);
      const lookup = lookupAnswers(data, model, best1.features);
      const ahead = Int8Array.from(lookup, (ok, i) => Number(right[i]) - ok);
      const onlyModel = ahead.filter((one) => one > 0).length;
      const onlyLookup = ahead.filter((one) => one < 0).length;
      return {
        model: model.name,
        rows: right.length,
        onlyModel,
        onlyLookup,
        ...pairedTest(ahead, {
          blocks: data.blocks && takeBlocks(data.blocks, model.rows),
          level: cellLevel(models.length),
        }),
        midP: mcnemarTest(onlyModel, onlyLookup).midP,
      };
    });
    const best = table.reduce((a, b) => (b.difference.estimate > a.difference.estimate ? b : a));
    if (!isKnown(best.difference))
      return notApplicable("The test rows lie in one block of time: too short to say.");
    const better = best.difference.low > lift;
    return {
      verdict: better
        ? "pass"
        : best.difference.high <= lift
          ? "fail"
          : best.difference.estimate > lift
            ? "warn"
            : "fail",
      value: best.difference.estimate,
      interval: best.difference,
      evidence:
        `Against a lookup of ${list(best1.features)} (in sample ${percent(best1.accuracy)}), ` +
        `${best.model} is right alone on ${count(best.onlyModel)} of ${count(best.rows)} test ` +
        `rows and wrong alone on ${count(best.onlyLookup)}: ` +
        `${points(best.difference.estimate)} [${points(best.difference.low)}, ` +
        `${points(best.difference.high)}], over ${count(best.units)} ` +
        `${best.unit === "block" ? "blocks of time" : "rows, which are taken as independent"} ` +
        `(McNemar's mid-p, row by row: ${number(best.midP)}).`,
      advice: better
        ? NOTHING_TO_DO
        : "Use the lookup: it is as good, can be read, and costs nothing to run.",
      offenders: better ? [] : table.map(({ model, rows }) => ({ label: model, count: rows })),
      table: {
        columns: [
          { key: "model", title: "model", format: "text" },
          { key: "onlyModel", title: "only the model right", format: "count" },
          { key: "onlyLookup", title: "only the lookup right", format: "count" },
          { key: "difference", title: "lift", format: "points" },
          { key: "p", title: "p", format: "number" },
          { key: "midP", title: "mid-p, row by row", format: "number" },
        ],
        rows: table,
      },
    };
  },
};

/**
 * Where a majority lookup, learned from all rows the model was not tested on, is right on the
 * model's test rows.
 */
function lookupAnswers(
  data: AuditData,
  { rows: tested }: ModelPredictions,
  names: readonly string[],
): Uint8Array {
  const { features, label } = data.table;
  const columns = names.map((name) => features.names.indexOf(name));
  const { codeOfRow, codeCount } = codeRows(
    columns.map((f) =>
      data.foldable
        ? features.columns[f]
        : coarsen(features.columns[f], data.profiles[f].coarseEdges),
    ),
    features.rowCount,
  );
  const isTest = new Uint8Array(label.length);
  const rows = new Float64Array(codeCount);
  const positives = new Float64Array(codeCount);
  let trainRows = 0;
  let trainPositives = 0;
  for (const row of tested) isTest[row] = 1;
  for (let row = 0; row < label.length; row++) {
    if (isTest[row]) continue;
    rows[codeOfRow[row]]++;
    positives[codeOfRow[row]] += label[row];
    trainRows++;
    trainPositives += label[row];
  }
  const constant = Number(2 * trainPositives >= trainRows);
  return Uint8Array.from(tested, (row) => {
    const code = codeOfRow[row];
    const answer =
      2 * positives[code] === rows[code] ? constant : Number(2 * positives[code] > rows[code]);
    return Number(answer === label[row]);
  });
}
