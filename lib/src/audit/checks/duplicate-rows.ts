import { codeRows } from "../../statistics/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { count, list, percent } from "../words.js";

/**
 * Rows that repeat another in every feature and the label, in tables whose rows are otherwise all
 * different.
 */
export const duplicateRows: Check = {
  id: "duplicate-rows",
  group: "leakage",
  question: "Are rows repeated?",
  needs: ["table"],
  thresholds: { warn: 0.01, fail: 0.05 },
  condition: ({ warn, fail }) =>
    `at most ${percent(warn)} of the rows repeat another (fail: above ${percent(fail)})`,
  run(data, { warn, fail }) {
    const { features, label } = data.table;
    if (data.input.requests)
      return notApplicable(
        "Requests of one context have the same features by design; repeated requests are " +
          "looked for by their ids and times.",
      );
    if (data.foldable)
      return notApplicable(
        "The rows are contexts that occur again by design " +
          `(${count(data.distinct.rows.length)} different ones in ${count(features.rowCount)} ` +
          "rows).",
      );
    const { codeOfRow, codeCount, firstRow } = codeRows(
      [data.rowGroups.codeOfRow, label],
      features.rowCount,
    );
    const repeated = features.rowCount - codeCount;
    const share = repeated / features.rowCount;
    const places: number[] = [];
    for (let row = 0; row < features.rowCount && places.length < 50; row++)
      if (firstRow[codeOfRow[row]] !== row) places.push(row);
    return {
      verdict: judgeSteps(share, warn, fail),
      value: share,
      evidence:
        `${count(repeated)} of ${count(features.rowCount)} rows (${percent(share)}) repeat an ` +
        "earlier one in all features and the label" +
        (places.length > 0
          ? `, the first at row ${count(places[0] + 1)} (as row ` +
            `${count(firstRow[codeOfRow[places[0]]] + 1)})`
          : "") +
        ".",
      advice:
        share <= warn
          ? NOTHING_TO_DO
          : "Drop repeated rows before splitting " +
            `(${list(places.slice(0, 3).map((row) => `row ${count(row + 1)}`))}): copies in ` +
            "training and test make any model look better.",
      offenders: places.map((row) => ({
        label: `row ${count(row + 1)} repeats row ${count(firstRow[codeOfRow[row]] + 1)}`,
        count: 1,
      })),
    };
  },
};
