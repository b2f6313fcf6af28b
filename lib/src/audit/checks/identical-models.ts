import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { count, counted, list, percent } from "../words.js";

/**
 * Models that give the same answer to (nearly) every row: different algorithms have then found the
 * same lookup.
 */
export const identicalModels: Check = {
  id: "identical-models",
  group: "after training",
  question: "Do different models agree to the row?",
  needs: ["table", "predictions"],
  thresholds: { agreement: 0.999 },
  condition: ({ agreement }) =>
    `no two models give the same class to ${percent(agreement)} of the rows`,
  run({ predictions }, { agreement }) {
    const pairs = predictions.flatMap((first, i) =>
      predictions.slice(i + 1).flatMap((second) => {
        const at = new Map<number, number>();
        first.rows.forEach((row, k) => at.set(row, k));
        let common = 0;
        let same = 0;
        second.rows.forEach((row, k) => {
          const other = at.get(row);
          if (other === undefined) return;
          common++;
          if (first.probability[other] > 0.5 === second.probability[k] > 0.5) same++;
        });
        return common > 0
          ? [
              {
                first: first.name,
                second: second.name,
                rows: common,
                different: common - same,
                same: same / common,
              },
            ]
          : [];
      }),
    );
    if (pairs.length === 0) return notApplicable("No two models predicted the same rows.");
    const identical = pairs.filter(({ same }) => same >= agreement);
    const most = pairs.reduce((a, b) => (b.same > a.same ? b : a));
    return {
      verdict: identical.length > 0 ? "warn" : "pass",
      value: most.same,
      evidence:
        identical.length > 0
          ? `${counted(identical.length, "pair")} of models ` +
            `${identical.length === 1 ? "agrees" : "agree"} to the row: ` +
            list(
              identical.map(
                ({ first, second, rows, different }) =>
                  `${first} and ${second} (${count(different)} of ${count(rows)} rows differ)`,
              ),
            ) +
            "."
          : `${most.first} and ${most.second} agree most, on ${percent(most.same)} of ` +
            `${counted(most.rows, "row")}.`,
      advice:
        identical.length > 0
          ? "Compare them with the lookup of all feature vectors: models that agree to the row " +
            "have learned that lookup, and choosing between them means nothing."
          : NOTHING_TO_DO,
      offenders: identical.map(({ first, second, rows }) => ({
        label: `${first} and ${second}`,
        count: rows,
      })),
      table: {
        columns: [
          { key: "first", title: "model", format: "text" },
          { key: "second", title: "and", format: "text" },
          { key: "rows", title: "rows", format: "count" },
          { key: "same", title: "same class", format: "share" },
        ],
        rows: pairs,
      },
    };
  },
};
