import { highestCeiling, type SchemeSummary } from "../../attainability/index.js";
import {
  axesByWorkload,
  axisShares,
  countLabelsByWorkload,
  type CellVerdict,
  type FailureEffect,
  type GroupVerdicts,
  type LabelMap,
  type Labels,
  type LabelSensitivity,
} from "../../labels/index.js";
import type { Requests } from "../../requests/index.js";
import { barChart, heatMap, intervalChart } from "../charts/index.js";
import { formatNumber } from "../format.js";
import { showFigure, showText } from "../show.js";
import { showTable } from "../table.js";

/** Labelling schemes side by side: table, and bars of the Lambda share by workload. */
export async function showSchemes(schemes: readonly SchemeSummary[]): Promise<void> {
  const workloads = Object.keys(schemes[0].lambdaShare);
  showTable(
    schemes.map(({ scheme, lambdaShare, bounds, ambiguous }) => ({
      ...{ scheme, rows: bounds.rows, floor: bounds.best1.accuracy },
      ...{ ceiling: highestCeiling(bounds), ambiguous, ...lambdaShare },
    })),
    {
      columns: [
        "scheme",
        "rows:count",
        ...["floor", "ceiling", "ambiguous", ...workloads].map((key) => `${key}:share`),
      ],
      caption:
        "Share of Lambda labels by workload, floor, ceiling, rows whose features carry both labels",
    },
  );
  const series = schemes.map(({ scheme, lambdaShare }) => ({
    name: scheme,
    values: workloads.map((workload) => lambdaShare[workload]),
  }));
  const text = {
    title: `One campaign, ${schemes.length} labels`,
    xTitle: "workload",
    yTitle: "share labelled Lambda optimal",
  };
  await showFigure(
    barChart(workloads, series, text, { format: ".0%" }),
    "share of Lambda labels by workload under each scheme",
  );
}

/**
 * Verdicts by workload beside verdicts by context cell, and how many workloads have a constant
 * label either way.
 */
export function showGroupVerdicts(verdicts: readonly GroupVerdicts[]): void {
  showTable(verdicts, {
    columns:
      "workload | byWorkload:share:Lambda's, compared by workload | byCell:share:Lambda's, " +
      "compared by context cell",
  });
  const constant = verdicts.filter(({ byWorkload }) => byWorkload === 0 || byWorkload === 1).length;
  const nearly = verdicts.filter(({ byCell }) => byCell < 0.01 || byCell > 0.99).length;
  showText(
    `Compared by workload, **${constant} of ${verdicts.length}** workloads have a constant ` +
      `label; compared by context cell, ${nearly} of ${verdicts.length} have one in more than ` +
      "99 % of their requests.",
  );
}

/**
 * What hangs on each choice of a scheme: table, bars, and the choice that matters most in words.
 */
export async function showSensitivity({
  baseline,
  baselineLambdaShare,
  variations,
}: LabelSensitivity): Promise<void> {
  const ranked = [...variations].sort((a, b) => b.changedShare - a.changedShare);
  const scheme = baseline.options.scheme;
  showTable(ranked, {
    columns:
      "choice | changedTo::changed to | changedShare:share:labels that change | " +
      "lambdaShare:share:then Lambda's",
    caption:
      `${scheme}; ${formatNumber(baselineLambdaShare, "share")} are Lambda's at its usual ` +
      "choices",
  });
  const changed = [
    { name: "labels that change", values: ranked.map(({ changedShare }) => changedShare) },
  ];
  const text = {
    title: "How many labels hang on each choice",
    xTitle: "share of labelled requests",
    yTitle: "",
  };
  await showFigure(
    barChart(ranked.map(choiceName), changed, text, { format: ".0%", horizontal: true }),
    "share of labels that change with each choice",
  );
  showText(
    `The choice that matters most is **${ranked[0].choice}** (${ranked[0].changedTo}): it ` +
      `changes ${formatNumber(ranked[0].changedShare, "share")} of all labels. Whoever ` +
      "reports the label must report that choice with it.",
  );
}

/** Every choice by every group of `sensitivity`, as a map of the labels that change. */
export async function showChoiceMap({ cells, variations }: LabelSensitivity): Promise<void> {
  const values = cells.map((_, cell) => variations.map(({ changedByCell }) => changedByCell[cell]));
  const text = {
    title: "Labels that change, in % of each row's requests",
    xTitle: "choice",
    yTitle: "",
  };
  await showFigure(
    heatMap(cells, variations.map(choiceName), values, text, { print: percent }),
    "share of labels (%) that change with each choice, by workload and size",
  );
}

/** Where two ways to label disagree, by payload size and scenario. */
export async function showLabelMap(map: LabelMap, title: string): Promise<void> {
  if (map.rows.length === 0)
    return showText("No request has a label by both clocks: there is nothing to compare.");
  await showFigure(
    heatMap(
      map.rows,
      map.columns,
      map.changed,
      { title, xTitle: "window and load pattern", yTitle: "" },
      { print: percent },
    ),
    `${title}: share of labels (%) that flip, by cell`,
  );
}

/** How many cells are settled, and those that are not with the sample that would settle them. */
export function showCellVerdicts(cells: readonly CellVerdict[]): void {
  const kinds = [...new Set(cells.map(({ verdict }) => verdict))].sort();
  showTable(
    kinds.map((verdict) => ({
      verdict,
      cells: cells.filter((cell) => cell.verdict === verdict).length,
    })),
    {
      columns: "verdict::the cell is | cells:count",
      caption: `${cells.length} context cells that both platforms served`,
    },
  );
  const open = cells
    .filter(({ verdict }) => verdict.startsWith("too"))
    .sort((a, b) => b.timesMoreNeeded - a.timesMoreNeeded);
  showTable(open, {
    columns:
      "cell | lambdaRows:count:Lambda | ecsRows:count:ECS | probability:share:P(Lambda wins) " +
      "| verdict | toSettle::what would settle it",
    caption: "Cells that are not settled",
    maxRows: 15,
  });
}

/** The `count` cells whose pair probability is nearest to one half, with their intervals. */
export async function showClosestCells(cells: readonly CellVerdict[], count = 20): Promise<void> {
  const distance = ({ probability }: CellVerdict): number => Math.abs(probability.estimate - 0.5);
  const closest = [...cells].sort((a, b) => distance(a) - distance(b)).slice(0, count);
  const text = {
    title: `The ${closest.length} closest cells`,
    xTitle: "P(a Lambda request beats an ECS request on both axes)",
    yTitle: "",
  };
  const options = { references: [{ name: "one half", value: 0.5 }], format: ".0%" };
  await showFigure(
    intervalChart(
      closest.map(({ cell }) => cell),
      closest.map(({ probability }) => probability),
      text,
      options,
    ),
    "pair probability of the closest cells with 95 % intervals",
  );
}

/** A labelling by workload, and the rows without a label by reason. */
export function showLabelCounts(requests: Requests, labels: Labels): void {
  const counts = Object.entries(countLabelsByWorkload(requests, labels)).map(
    ([workload, count]) => ({ workload, ...count, share: count.balanced_optimal / count.rows }),
  );
  showTable(counts, {
    columns:
      "workload | rows:count | latency_optimal:count | cost_optimal:count | " +
      "balanced_optimal:count | share:share:Lambda's",
    caption: labels.options.scheme,
  });
  showTable(
    Object.entries(labels.unlabelled).map(([reason, rows]) => ({ reason, rows })),
    { columns: "reason::no label because | rows:count" },
  );
}

/** Which axis decides the labels of each workload, and of all of them in a sentence. */
export function showAxes(requests: Requests, labels: Labels): void {
  showTable(axesByWorkload(requests, labels), {
    columns:
      "workload | rows:count:labels | both:share:Lambda faster and cheaper | " +
      "costDecides:share:faster, not cheaper | timeDecides:share:cheaper, not faster | " +
      "neither:share",
    caption: `${labels.options.scheme}: which axis decides`,
  });
  const timeAlone = Object.entries(labels.onTimeAlone).map(([workload, why]) => ({
    workload,
    why,
  }));
  if (timeAlone.length > 0)
    showTable(timeAlone, {
      columns: "workload | why",
      caption: "Labelled on time alone: these labels say nothing of costs",
    });
  const { both, costDecides, timeDecides, neither } = axisShares(labels);
  const share = (value: number): string => formatNumber(value, "share");
  showText(
    `${share(both)} of the labels are Lambda's on both axes. Of the others, cost alone takes ` +
      `**${share(costDecides)}** from it, time alone **${share(timeDecides)}**, and in ` +
      `${share(neither)} it is neither faster nor cheaper by the margin.`,
  );
}

/** How each scheme treats failed requests, and how many labels hang on that. */
export function showFailureEffects(effects: readonly FailureEffect[]): void {
  const [{ failed, withoutPlatform }] = effects;
  showTable(effects, {
    columns:
      "scheme | treatmentInWords::treatment | compared:count:labels compared | " +
      "changed:count:change with the other treatment | " +
      "labelledOnlyIfTheyTakePart:count:failures labelled if they take part",
    caption:
      `${formatNumber(failed, "count")} failed requests; of ` +
      `${formatNumber(withoutPlatform, "count")} no log says which platform failed`,
  });
}

const choiceName = ({ choice, changedTo }: { choice: string; changedTo: string }): string =>
  `${choice}: ${changedTo}`;
const percent = (share: number): string => `${Math.round(share * 100)}`;
