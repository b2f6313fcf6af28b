import {
  importanceInterval,
  summariseShapley,
  type GroupImportance,
  type ImportanceInterval,
  type InteractionCheck,
  type ModelAgreement,
  type PermutationImportance,
  type ShapleyValues,
  type StabilitySummary,
} from "../../explain/index.js";
import type { Interval } from "../../statistics/index.js";
import { BLOCKS_RESAMPLED, formatNumber } from "../format.js";
import { showTable } from "../table.js";

const MILLION = 1e6;

/** An interval in USD a request as one in USD per million, which tables print as a plain number. */
function perMillion({ estimate, low, high, level }: Interval): Interval {
  return { estimate: estimate * MILLION, low: low * MILLION, high: high * MILLION, level };
}

/** Groups as lines of a table, the most important first. */
function importanceRows({ groups }: PermutationImportance): object[] {
  const drop = ({ accuracy }: GroupImportance): number => importanceInterval(accuracy).estimate;
  return [...groups]
    .sort((a, b) => drop(b) - drop(a))
    .map(({ name, features, accuracy, logLoss, costUsd }) => ({
      name,
      copies: features.slice(1).join(", "),
      drop: importanceInterval(accuracy),
      spread: accuracy.standardDeviation,
      share: accuracy.share,
      loss: importanceInterval(logLoss),
      usd: costUsd ? perMillion(importanceInterval(costUsd)) : null,
    }));
}

/**
 * Importance by group: drop in accuracy, rise in log loss, extra cost, each with its interval. The
 * share of an input (with everything made of it) is the gate's; groups of columns overlap, and
 * theirs is another.
 */
export function showImportance(
  importance: PermutationImportance,
  title: string,
  what = "input",
): void {
  const copies = importance.groups.some(({ features }) => features.length > 1)
    ? " | copies::and its copies"
    : "";
  showTable(importanceRows(importance), {
    columns:
      `name::${what}${copies} | drop:points:drop in accuracy | ` +
      `share:share:${what === "input" ? "share (gate)" : `share among ${what}s`} | ` +
      `spread:points:spread of ${importance.repeats} shuffles | loss:number:rise in log loss | ` +
      "usd:number:extra USD per million requests",
    caption:
      `${title}, ${importance.rows} held-out rows, ${intervalWords(importance)}; unshuffled: ` +
      `accuracy ${formatNumber(importance.baseline.accuracy, "share")}${baselineCost(importance)}`,
  });
}

/** What the intervals of these importances leave to chance. */
function intervalWords({ groups }: PermutationImportance): string {
  const kinds = new Set(groups.map(({ accuracy }) => importanceInterval(accuracy).over));
  return `95 % intervals over ${[...kinds].map((over) => OVER_WORDS[over]).join(" or ")}`;
}

const OVER_WORDS: Readonly<Record<ImportanceInterval["over"], string>> = {
  blocks: `blocks of time, ${BLOCKS_RESAMPLED}`,
  rows: "rows taken as independent",
  shuffles: "shuffles of these rows alone (too many pairs for the exact expectation)",
};

function baselineCost({ baseline: { costUsd } }: PermutationImportance): string {
  return costUsd === null
    ? ""
    : `, routing costs ${formatNumber(costUsd, "usdPerMillion")} requests`;
}

/** What shuffling costs in USD and in log loss, a column a model. */
export function showImportanceInMoney(
  models: readonly { title: string; importance: PermutationImportance }[],
): void {
  const rows = models[0].importance.groups.map(({ name }, g) => ({
    name,
    ...Object.fromEntries(
      models.map(({ title, importance }) => [
        title,
        importance.groups[g].costUsd
          ? perMillion(importanceInterval(importance.groups[g].costUsd))
          : null,
      ]),
    ),
  }));
  showTable(rows, {
    columns: ["name::input", ...models.map(({ title }) => `${title}:number`)],
    caption:
      "Expected extra cost of routing with the input shuffled, USD per million requests, 95 " +
      "% intervals",
  });
}

/** Every repeat of every permutation as flat rows, for a CSV file. */
export function importanceRepeats(
  models: readonly { title: string; importance: PermutationImportance }[],
): object[] {
  return models.flatMap(({ title, importance }) =>
    importance.groups.flatMap(({ name, accuracy, logLoss, costUsd }) =>
      Array.from(accuracy.raw, (drop, repeat) => ({
        model: title,
        group: name,
        within: importance.within.join(" "),
        repeat,
        accuracy_drop: drop,
        log_loss_rise: logLoss.raw[repeat],
        extra_cost_usd: costUsd ? costUsd.raw[repeat] : "",
      })),
    ),
  );
}

/** Importance among all rows beside importance among rows that agree in some columns. */
export function showWithin(
  overall: PermutationImportance,
  within: PermutationImportance,
  title: string,
): void {
  const rows = within.groups.map(({ name, accuracy }) => ({
    name,
    overall: importanceInterval(overall.groups.find((group) => group.name === name)!.accuracy),
    inside: importanceInterval(accuracy),
  }));
  showTable(
    rows.sort((a, b) => b.inside.estimate - a.inside.estimate),
    {
      columns:
        "name::input | overall:points:drop, shuffled among all | inside:points:drop, shuffled " +
        `within the same ${within.within.join(", ")}`,
      caption: title,
    },
  );
}

/** Mean |Shapley value| by player. */
export function showShapley(shapley: ShapleyValues, title: string, what = "input"): void {
  const inPoints = shapley.scale === "probability";
  const rows = summariseShapley(shapley).sort((a, b) => b.meanAbsolute - a.meanAbsolute);
  showTable(rows, {
    columns:
      `name::${what} | meanAbsolute:${inPoints ? "points" : "number"}:mean absolute value | ` +
      `standardError:${inPoints ? "points" : "number"}:standard error | ` +
      `mean:${inPoints ? "points" : "number"}:mean, signed | share:share`,
    caption:
      `${title}: ${inPoints ? "points of probability" : "log-odds"} that a request is ` +
      `Lambda's, ${shapley.vectorOfRow.length} requests, method: ${shapley.method}`,
  });
}

/** Shapley interactions beside Friedman's H. */
export function showInteractions({ pairs }: InteractionCheck): void {
  showTable(pairs, {
    columns:
      "pair | shapley:points:mean absolute Shapley interaction | deviation:points:standard " +
      "deviation of Friedman's interaction | h:number:Friedman's H",
    caption: "Two measures of interaction",
  });
}

/** Pairs of models: whether the same matters to them, and whether they are the same function. */
export function showAgreement(agreements: readonly ModelAgreement[]): void {
  showTable(agreements, {
    columns:
      "a | b | importance:number:rank correlation of mean absolute Shapley values | " +
      "permutation:number:of permutation importance | values:number:correlation request by " +
      "request | identicalShare:share:same answers",
    caption: "Agreement of the models on held-out requests",
  });
}

/** Repeated trainings, summed up. */
export function showStability(summaries: readonly StabilitySummary[]): void {
  showTable(
    summaries.map(({ tops, ...rest }) => ({ ...rest, tops: tops.join(", ") })),
    {
      columns:
        "title::model | varied | runs:count | lowestAccuracy:share:accuracy, least | " +
        "highestAccuracy:share:greatest | tops::input on top | lowestAgreement:number:least " +
        "rank correlation with the first run",
      caption: "Trained and explained again",
    },
  );
}
