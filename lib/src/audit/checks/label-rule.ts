import { bestLookup, type DistinctVectors, type Lookup } from "../../attainability/index.js";
import { takeColumns, type FeatureTable } from "../../features/index.js";
import { codeRows } from "../../statistics/index.js";
import { notApplicable, NOTHING_FOLDS, NOTHING_TO_DO, type Check } from "../check.js";
import { describeValue } from "../vectors.js";
import { list, percent } from "../words.js";

/** Shares of the attainable accuracy that the shortest lookups are asked for. */
const TARGETS = [0.95, 0.99, 1] as const;
/** Longer lookups are no rules any more. */
const MOST_FEATURES = 4;

/**
 * The shortest lookup that does what can be done: a model is only worth training where that lookup
 * is long.
 */
export const labelRule: Check = {
  id: "label-rule",
  group: "label",
  question: "How short a rule reaches the attainable accuracy?",
  needs: ["table"],
  thresholds: { share: 0.99, features: 1, warnShare: 0.95 },
  condition: ({ share, features, warnShare }) =>
    `no lookup of ${features} features or fewer reaches ${percent(share)} of the attainable ` +
    `accuracy (warn: ${percent(warnShare)})`,
  run(data, { share, features: few, warnShare }) {
    if (!data.foldable) return NOTHING_FOLDS;
    // Products and copies of features would make a rule of two look like a rule of one.
    const own = takeColumns(
      data.distinct.features,
      data.ownFeatures.map((f) => data.distinct.features.names[f]),
    );
    if (own.names.length === 0)
      return notApplicable("No feature varies, so that no rule can be made of one.");
    const distinct = { ...data.distinct, features: own };
    const attainable = data.attainability.ceiling;
    const constant = data.attainability.constant;
    const lookups: Lookup[] = [];
    for (let size = 1; size <= Math.min(MOST_FEATURES, own.names.length); size++) {
      lookups.push(bestLookup(distinct, size));
      if (lookups[size - 1].accuracy >= attainable - 1e-12) break;
    }
    const shortest = TARGETS.map((target) => ({
      target,
      lookup: lookups.find(({ accuracy }) => accuracy >= target * attainable - 1e-12) ?? null,
      constant: constant >= target * attainable,
    }));
    const reaches = (target: number): boolean =>
      constant >= target * attainable ||
      lookups.some(
        ({ accuracy, features }) =>
          features.length <= few && accuracy >= target * attainable - 1e-12,
      );
    const verdict = reaches(share) ? "fail" : reaches(warnShare) ? "warn" : "pass";
    const rule = shortest.find(({ lookup }) => lookup)?.lookup ?? lookups[0];
    return {
      verdict,
      value:
        Math.max(
          constant,
          ...lookups
            .filter(({ features }) => features.length <= few)
            .map(({ accuracy }) => accuracy),
        ) / attainable,
      evidence:
        `Of the attainable ${percent(attainable)}, ` +
        list(
          shortest.map(
            ({ target, lookup, constant: always }) =>
              `${percent(target)} ` +
              (always
                ? "is reached by always answering the larger class"
                : lookup
                  ? `takes a lookup of ${list(lookup.features)} (${percent(lookup.accuracy)}, ` +
                    `${lookup.cells} cells)`
                  : `takes more than ${lookups.length} features`),
          ),
        ) +
        `; the rule: ${ruleText(distinct, rule)}.`,
      advice:
        verdict === "pass"
          ? NOTHING_TO_DO
          : "Write the rule down and use it: a model on these features can add " +
            `${percent(Math.max(0, 1 - Math.max(constant, lookups[0].accuracy) / attainable))} ` +
            "of the attainable at most.",
      table: {
        columns: [
          { key: "features", title: "lookup of", format: "text" },
          { key: "cells", title: "cells", format: "count" },
          { key: "accuracy", title: "accuracy", format: "share" },
          { key: "share", title: "of the attainable", format: "share" },
        ],
        rows: [
          {
            features: "nothing (the larger class)",
            cells: 1,
            accuracy: constant,
            share: constant / attainable,
          },
          ...lookups.map((lookup) => ({
            features: lookup.features.join(", "),
            cells: lookup.cells,
            accuracy: lookup.accuracy,
            share: lookup.accuracy / attainable,
          })),
        ],
      },
    };
  },
};

/** Conditions of a rule that are printed. */
const MOST_CONDITIONS = 6;

/**
 * A lookup as if/else: the combinations of the class that has fewer of them, then the other class.
 */
function ruleText(distinct: DistinctVectors, { features: names }: Lookup): string {
  const features: FeatureTable = takeColumns(distinct.features, names);
  const { codeOfRow, codeCount, firstRow } = codeRows(features.columns, features.rowCount);
  const rows = new Float64Array(codeCount);
  const positives = new Float64Array(codeCount);
  codeOfRow.forEach((code, vector) => {
    rows[code] += distinct.rows[vector];
    positives[code] += distinct.positives[vector];
  });
  const condition = (code: number): string =>
    features.columns
      .map((column, f) => `${names[f]} = ${describeValue(features, f, column[firstRow[code]])}`)
      .join(" and ");
  const cells = Array.from(rows, (n, code) => ({
    code,
    rows: n,
    answer: Number(2 * positives[code] > n),
  })).sort((a, b) => b.rows - a.rows);
  const ones = cells.filter(({ answer }) => answer === 1);
  const zeros = cells.filter(({ answer }) => answer === 0);
  if (ones.length === 0 || zeros.length === 0) return `always ${cells[0].answer}`;
  const named = ones.length <= zeros.length ? ones : zeros;
  const conditions = named
    .slice(0, MOST_CONDITIONS)
    .map(({ code }) => (names.length > 1 ? `(${condition(code)})` : condition(code)));
  const more = named.length > MOST_CONDITIONS ? ` or ${named.length - MOST_CONDITIONS} more` : "";
  return `if ${conditions.join(" or ")}${more} then ${named[0].answer} else ${1 - named[0].answer}`;
}
