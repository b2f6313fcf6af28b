import { NOTHING_TO_DO, type Check } from "../check.js";
import { counted, list, percent } from "../words.js";

/**
 * Columns that name rows instead of describing them: whole numbers or words of which nearly every
 * row has its own, or a running number.
 */
export const identifiers: Check = {
  id: "identifiers",
  group: "leakage",
  question: "Are there features that identify rows?",
  needs: ["table"],
  thresholds: { distinctShare: 0.9, rows: 100 },
  condition: ({ distinctShare, rows }) =>
    "no column of names or whole numbers with a value of its own for " +
    `${percent(distinctShare)} of the rows, or that counts them (tables of ${rows} rows or ` +
    "more)",
  run(data, { distinctShare, rows: least }) {
    const { features } = data.table;
    const { rowCount } = features;
    if (rowCount < least)
      return {
        verdict: "not applicable",
        value: null,
        evidence:
          `The table has ${counted(rowCount, "row")}; with fewer than ${least} distinct values ` +
          "prove nothing.",
        advice: NOTHING_TO_DO,
      };
    const found = data.profiles.flatMap((profile, f) => {
      if (!profile.discrete || profile.distinct < distinctShare * rowCount) return [];
      return [
        {
          feature: profile.name,
          distinct: profile.distinct,
          share: profile.distinct / rowCount,
          reason: counts(features.columns[f])
            ? "counts the rows"
            : "has a value of its own for nearly every row",
        },
      ];
    });
    return {
      verdict: found.length > 0 ? "fail" : "pass",
      value: found.length,
      evidence:
        found.length === 0
          ? `None of ${counted(features.names.length, "feature")} identifies rows.`
          : list(
              found.map(
                ({ feature, distinct, reason }) =>
                  `${feature} ${reason} (${counted(distinct, "distinct value")} in ` +
                  `${counted(rowCount, "row")})`,
              ),
            ) + ".",
      advice:
        found.length === 0
          ? NOTHING_TO_DO
          : `Take ${list(found.map(({ feature }) => feature))} out: a model can learn rows by ` +
            "heart with it, and nothing for new ones.",
      offenders: found.map(({ feature, distinct }) => ({ label: feature, count: distinct })),
      table: {
        columns: [
          { key: "feature", title: "feature", format: "text" },
          { key: "distinct", title: "distinct values", format: "count" },
          { key: "share", title: "of the rows", format: "share" },
          { key: "reason", title: "reason", format: "text" },
        ],
        rows: found,
      },
    };
  },
};

/** Whether a column rises (or falls) from row to row throughout. */
function counts(column: Float64Array): boolean {
  let up = true;
  let down = true;
  for (let row = 1; row < column.length && (up || down); row++) {
    if (!(column[row] > column[row - 1])) up = false;
    if (!(column[row] < column[row - 1])) down = false;
  }
  return up || down;
}
