import { heldOutAccuracy } from "../../attainability/index.js";
import { NO_FEATURES, NOTHING_TO_DO, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { list, percent } from "../words.js";

/**
 * What each feature alone predicts, on held-out rows: a feature that takes nearly all errors away
 * is the label in disguise, or the whole problem is a lookup.
 */
export const singleFeaturePower: Check = {
  id: "single-feature-power",
  group: "leakage",
  question: "Does one feature alone nearly tell the label?",
  needs: ["table"],
  thresholds: { warn: 0.6, fail: 0.8 },
  condition: ({ warn, fail }) =>
    `no feature alone takes away more than ${percent(warn)} of the constant's errors on ` +
    `held-out rows (fail: ${percent(fail)})`,
  run(data, { warn, fail }) {
    if (data.profiles.length === 0) return NO_FEATURES;
    const { label } = data.table;
    const constant = heldOutAccuracy(new Uint32Array(label.length), 1, label);
    const table = data.profiles
      .map((profile) => {
        const accuracy = heldOutAccuracy(profile.codeOfRow, profile.codeCount, label);
        return {
          feature: profile.name,
          accuracy,
          power: constant < 1 ? Math.max(0, (accuracy - constant) / (1 - constant)) : 0,
          values: profile.binned ? `${profile.codeCount} bins` : String(profile.distinct),
        };
      })
      .sort((a, b) => b.power - a.power);
    const bad = table.filter(({ power }) => power > warn);
    return {
      verdict: judgeSteps(table[0].power, warn, fail),
      value: table[0].power,
      evidence:
        `Always the larger class is right on ${percent(constant)} of the rows; ` +
        `${table[0].feature} alone is right on ${percent(table[0].accuracy)} (takes away ` +
        `${percent(table[0].power)} of the errors)` +
        (bad.length > 1
          ? `, and so do ${list(bad.slice(1).map(({ feature }) => feature))} by more than ` +
            percent(warn)
          : "") +
        ".",
      advice:
        bad.length === 0
          ? NOTHING_TO_DO
          : `Ask when ${list(bad.map(({ feature }) => feature))} ` +
            `${bad.length === 1 ? "becomes" : "become"} known: if after the fact, it is a ` +
            "leak; if before, a lookup does the job.",
      offenders: bad.map(({ feature, power }) => ({
        label: feature,
        count: Math.round(power * 100),
      })),
      table: {
        columns: [
          { key: "feature", title: "feature", format: "text" },
          { key: "values", title: "values", format: "text" },
          { key: "accuracy", title: "accuracy alone", format: "share" },
          { key: "power", title: "of the constant's errors taken away", format: "share" },
        ],
        rows: table,
      },
      figure: {
        kind: "bar",
        title: "What each feature alone predicts",
        xTitle: "feature",
        yTitle: "share of the constant's errors taken away",
        format: ".0%",
        categories: table.map(({ feature }) => feature),
        series: [{ name: "power", values: table.map(({ power }) => power) }],
      },
    };
  },
};
