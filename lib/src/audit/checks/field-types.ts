import { PLATFORMS } from "../../campaign/index.js";
import { JSON_TYPES, type FieldTypes, type JsonType } from "../../requests/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { count, counted, list, percent } from "../words.js";

/**
 * Fields whose JSON type depends on the platform, or that one platform logs in several types: "128"
 * here, 128 there.
 */
export const fieldTypes: Check = {
  id: "field-types",
  group: "consistency",
  question: "Do both platforms log each field in the same JSON type?",
  needs: ["requests", "fieldTypes"],
  thresholds: { rows: 0.001, fields: 2 },
  condition: ({ rows, fields }) =>
    `at most ${percent(rows)} of a platform's values of a field have another type than the ` +
    `field's usual one (fail: more than ${fields} fields)`,
  run({ fieldTypes: seen }, { rows: most, fields }) {
    const platforms = PLATFORMS.map(
      (platform) =>
        new Map(
          seen
            .filter((entry) => entry.platform === platform)
            .map((entry) => [entry.field, entry.rows]),
        ),
    );
    const fieldNames = [...new Set(seen.map(({ field }) => field))].filter((field) =>
      platforms.some((of) => of.has(field)),
    );
    if (fieldNames.length === 0)
      return notApplicable("No answered request was read from JSON lines.");
    const table = fieldNames.map((field) => {
      const [ecs, lambda] = platforms.map((of) => of.get(field) ?? null);
      // The usual type is that of most values; with two platforms of one type each, the larger
      // platform's.
      const usual = JSON_TYPES.reduce((a, b) =>
        total([ecs, lambda], b) > total([ecs, lambda], a) ? b : a,
      );
      const others = [ecs, lambda].map((of) => (of ? all(of) - of[usual] : 0));
      const odd = [ecs, lambda].some((of, p) => of !== null && others[p] / all(of) > most);
      return {
        field,
        ecs: words(ecs),
        lambda: words(lambda),
        other: others[0] + others[1],
        verdict: odd ? "warn" : "pass",
      };
    });
    const bad = table.filter(({ verdict }) => verdict === "warn");
    return {
      verdict: judgeSteps(bad.length, 0, fields),
      value: bad.length,
      evidence:
        `${bad.length} of ${counted(table.length, "field")} change their type` +
        (bad.length > 0
          ? ": " +
            list(bad.map(({ field, ecs, lambda }) => `${field} (ECS ${ecs}; Lambda ${lambda})`))
          : "") +
        ".",
      advice:
        bad.length === 0
          ? NOTHING_TO_DO
          : `Log ${list(bad.map(({ field }) => field))} in one type on both platforms: a ` +
            "reader that does not convert gets text, or drops one platform's values in silence.",
      offenders: bad.map(({ field, other }) => ({ label: field, count: other })),
      table: {
        columns: [
          { key: "field", title: "field", format: "text" },
          { key: "ecs", title: "ECS (values)", format: "text" },
          { key: "lambda", title: "Lambda (values)", format: "text" },
          { key: "verdict", title: "verdict", format: "verdict" },
        ],
        rows: table,
      },
    };
  },
};

function all(rows: FieldTypes["rows"]): number {
  return JSON_TYPES.reduce((sum, type) => sum + rows[type], 0);
}

function total(platforms: readonly (FieldTypes["rows"] | null)[], type: JsonType): number {
  return platforms.reduce((sum, rows) => sum + (rows?.[type] ?? 0), 0);
}

function words(rows: FieldTypes["rows"] | null): string {
  return rows === null
    ? "not logged"
    : list(
        JSON_TYPES.filter((type) => rows[type] > 0).map((type) => `${type} ${count(rows[type])}`),
      );
}
