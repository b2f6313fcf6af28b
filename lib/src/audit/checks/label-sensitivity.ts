import { labelSensitivity as varyLabels, UNLABELLED } from "../../labels/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { list, percent } from "../words.js";

/**
 * How many labels change when one choice behind them changes: the clock, the margins, the cost
 * model.
 */
export const labelSensitivity: Check = {
  id: "label-sensitivity",
  group: "label",
  question: "How many labels change under another clock, other margins, another cost model?",
  needs: ["labels"],
  thresholds: { warn: 0.1, fail: 0.25 },
  condition: ({ warn, fail }) =>
    `no single choice changes more than ${percent(warn)} of the labels (fail: ${percent(fail)})`,
  run({ requests, labels }, { warn, fail }) {
    const { variations, baselineLambdaShare } = varyLabels(requests, labels.options);
    if (Number.isNaN(baselineLambdaShare)) return notApplicable("No request could be labelled.");
    const table = variations
      .filter(({ changedShare }) => !Number.isNaN(changedShare))
      .sort((a, b) => b.changedShare - a.changedShare)
      .map(({ choice, changedTo, changedShare, lambdaShare }) => ({
        choice,
        changedTo,
        changedShare,
        lambdaShare,
      }));
    if (table.length === 0) return notApplicable("No other choice labels any request.");
    const bad = table.filter(({ changedShare }) => changedShare > warn);
    const name = ({ choice, changedTo, changedShare }: (typeof table)[number]): string =>
      `${choice} ${changedTo} (${percent(changedShare)})`;
    const labelled = labels.balancedOptimal.reduce((n, y) => n + Number(y !== UNLABELLED), 0);
    return {
      verdict: judgeSteps(table[0].changedShare, warn, fail),
      value: table[0].changedShare,
      evidence:
        `${bad.length} of ${table.length} single choices change more than ${percent(warn)} of ` +
        "the " +
        `labels${bad.length > 0 ? `: ${list(bad.map(name))}` : `; the most: ${name(table[0])}`} ` +
        `(baseline: ${labels.options.scheme}, ${percent(baselineLambdaShare)} Lambda's).`,
      advice:
        bad.length === 0
          ? NOTHING_TO_DO
          : `Settle ${list([...new Set(bad.map(({ choice }) => choice))])} with whoever uses ` +
            "the answer before training: they decide more than the features do.",
      offenders: bad.map((entry) => ({
        label: `${entry.choice}: ${entry.changedTo}`,
        count: Math.round(entry.changedShare * labelled),
      })),
      table: {
        columns: [
          { key: "choice", title: "choice", format: "text" },
          { key: "changedTo", title: "changed to", format: "text" },
          { key: "changedShare", title: "labels that change", format: "share" },
          { key: "lambdaShare", title: "Lambda's then", format: "share" },
        ],
        rows: table,
      },
      figure: {
        kind: "bar",
        title: "Labels that change with one choice",
        xTitle: "choice",
        yTitle: "share of the labels",
        format: ".0%",
        categories: table.map(({ choice, changedTo }) => `${choice}: ${changedTo}`),
        series: [
          { name: "labels that change", values: table.map(({ changedShare }) => changedShare) },
        ],
      },
    };
  },
};
