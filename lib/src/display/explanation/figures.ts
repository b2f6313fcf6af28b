import {
  inputWords,
  ROUTER_INPUTS,
  summariseInteractions,
  summariseShapley,
  importanceInterval,
  type AccumulatedLocalEffects,
  type Dependence,
  type ModelAgreement,
  type PermutationImportance,
  type PlayerSummary,
  type PredictionParts,
  type ShapleyValues,
  type StabilitySummary,
} from "../../explain/index.js";
import {
  barChart,
  beeswarm,
  heatMap,
  lineChart,
  scatterChart,
  waterfall,
} from "../charts/index.js";
import type { Figure } from "../figure.js";
import { SERIES_COLOURS, WORKLOAD_COLOURS } from "../theme.js";

const PROBABILITY = "moves the probability of Lambda by";
const LOG_ODDS = "moves the log-odds of Lambda by";
/** Half the width of a 95 % normal interval, in standard errors. */
const NORMAL_95 = 1.96;

/** Drop in accuracy by group and model, as bars with 95 % intervals over the rows. */
export function importanceFigure(
  models: readonly { title: string; importance: PermutationImportance }[],
): Figure {
  const names = models[0].importance.groups.map(({ name }) => name);
  const series = models.map(({ title, importance }) => {
    const intervals = importance.groups.map(({ accuracy }) => importanceInterval(accuracy));
    return {
      name: title,
      values: intervals.map(({ estimate }) => estimate),
      low: intervals.map(({ low }) => low),
      high: intervals.map(({ high }) => high),
    };
  });
  return barChart(
    names,
    series,
    {
      title: "What each model owes to each input",
      xTitle: "input",
      yTitle: "drop in accuracy when shuffled (95 %)",
    },
    { format: ".1%" },
  );
}

/**
 * Mean |Shapley value| by player and model, with 95 % intervals over the explained rows; players in
 * the first model's order of importance.
 */
export function shapleyBars(models: readonly { title: string; shapley: ShapleyValues }[]): Figure {
  const order = ranked(models[0].shapley).map(({ name }) => name);
  const series = models.map(({ title, shapley }) => {
    const summary = summariseShapley(shapley);
    const own = order.map((player) => summary.find(({ name }) => name === player)!);
    return {
      name: title,
      values: own.map(({ meanAbsolute }) => meanAbsolute),
      low: own.map(({ meanAbsolute, standardError }) => meanAbsolute - NORMAL_95 * standardError),
      high: own.map(({ meanAbsolute, standardError }) => meanAbsolute + NORMAL_95 * standardError),
    };
  });
  return barChart(
    order,
    series,
    {
      title: "How far each input moves a prediction",
      xTitle: "",
      yTitle: "mean |Shapley value| (95 %)",
    },
    { format: ".1%" },
  );
}

/**
 * Every explained row's Shapley values, the most important player on top, coloured by the player's
 * own value.
 */
export function shapleySwarm(shapley: ShapleyValues, title: string): Figure {
  const { players, features, values, vectorOfRow } = shapley;
  const rows = ranked(shapley).map(({ name }) => {
    const player = players.findIndex((one) => one.name === name);
    const own = players[player].features;
    const column = own.length === 1 ? features.columns[features.names.indexOf(own[0])] : null;
    const low = column ? Math.min(...column.filter(Number.isFinite)) : 0;
    const high = column ? Math.max(...column.filter(Number.isFinite)) : 0;
    return {
      name,
      values: Array.from(vectorOfRow, (vector) => values[vector * players.length + player]),
      shades: column
        ? Array.from(vectorOfRow, (vector) =>
            high > low ? (column[vector] - low) / (high - low) : 0.5,
          )
        : undefined,
    };
  });
  return beeswarm(
    rows,
    {
      title: `Shapley values of ${title}`,
      xTitle: shapley.scale === "probability" ? PROBABILITY : LOG_ODDS,
      yTitle: "",
    },
    { maxPoints: 900 },
  );
}

/**
 * More values than this of a partner without names are put into three parts of about as many rows.
 */
const MOST_PARTNER_VALUES = 6;

/**
 * A player's Shapley value against its own value, a colour for each value (or third) of the
 * strongest partner.
 */
export function dependenceFigure(dependence: Dependence): Figure {
  const { player, partner, feature, value, partnerValue, shapley, names, partnerNames } =
    dependence;
  const groupOf = partnerGroups(dependence);
  const titles = [...new Set(groupOf.order)];
  const known = names === null;
  const ownValues = known ? [] : [...new Set(value)].sort((a, b) => a - b);
  const groups = titles.map((title, g) => {
    const vectors = Array.from(value.keys()).filter(
      (vector) => groupOf.of(partnerValue[vector]) === title,
    );
    const colour =
      WORKLOAD_COLOURS[title as keyof typeof WORKLOAD_COLOURS] ??
      SERIES_COLOURS[g % SERIES_COLOURS.length];
    return {
      name: title,
      colour,
      x: vectors.map((vector) => (known ? value[vector] : ownValues.indexOf(value[vector]))),
      y: vectors.map((vector) => shapley[vector]),
    };
  });
  const spread = known && Math.max(...value) > 20 * Math.min(...value) && Math.min(...value) > 0;
  const figure = scatterChart(
    groups,
    {
      title: `${player}, coloured by ${partner}`,
      xTitle: player === "payload size" ? "payload size (KiB)" : axisTitle(player, feature),
      yTitle: "Shapley value",
    },
    { size: 7, logX: spread },
  );
  if (!known)
    Object.assign(figure.layout.xaxis as object, {
      tickmode: "array",
      tickvals: ownValues.map((_, i) => i),
      ticktext: ownValues.map((code) => inputWords(player, code, names)),
      range: [-0.5, ownValues.length - 0.5],
    });
  if (partnerNames === null && titles.length > 1)
    Object.assign(figure.layout, { showlegend: true });
  return figure;
}

/** A player by its name, and by the column that stands for it where that is another. */
function axisTitle(player: string, feature: string): string {
  return player === feature ? player : `${player}: ${feature}`;
}

/** Names of the partner's values, in their order, and the name of each. */
function partnerGroups({ partner, partnerValue, partnerNames, rows }: Dependence): {
  order: string[];
  of(value: number): string;
} {
  const ascending = [...new Set(partnerValue)].sort((a, b) => a - b);
  const words = (value: number): string => inputWords(partner, value, partnerNames);
  if (partnerNames !== null || ascending.length <= MOST_PARTNER_VALUES)
    return { order: ascending.map(words), of: words };
  const total = rows.reduce((sum, count) => sum + count, 0);
  const parts: number[][] = [[], [], []];
  let below = 0;
  for (const value of ascending) {
    parts[Math.min(2, Math.floor((3 * below) / total))].push(value);
    partnerValue.forEach((other, vector) => (below += other === value ? rows[vector] : 0));
  }
  const filled = parts.filter((part) => part.length > 0);
  const titleOf = (part: number[]): string =>
    part.length === 1 ? words(part[0]) : `${words(part[0])} to ${words(part[part.length - 1])}`;
  return {
    order: filled.map(titleOf),
    of: (value) => titleOf(filled.find((part) => part.includes(value))!),
  };
}

/**
 * Mean |Shapley interaction| of each pair of players, in points of probability (or hundredths of
 * log-odds).
 */
export function interactionFigure(shapley: ShapleyValues): Figure {
  const names = ranked(shapley).map(({ name }) => name);
  const pairs = summariseInteractions(shapley);
  const strength = names.map((a) =>
    names.map(
      (b) =>
        pairs.find(({ players }) => a !== b && players.includes(a) && players.includes(b))
          ?.meanAbsolute ?? NaN,
    ),
  );
  return heatMap(
    names,
    names,
    strength,
    {
      title: "Which inputs work together: mean |Shapley interaction|, points",
      xTitle: "",
      yTitle: "",
    },
    { high: pairs[0]?.meanAbsolute || 1, print: (value) => (100 * value).toFixed(1) },
  );
}

/** One prediction from the average to its value. */
export function predictionFigure({ base, parts }: PredictionParts, title: string): Figure {
  const figure = waterfall(
    { name: "average over the background", value: base },
    parts.map(({ words, value }) => ({ name: words, value })),
    {
      title,
      xTitle: "probability that Lambda is better (steps in points)",
      yTitle: "",
    },
    { print: (value) => (100 * value).toFixed(1), resultName: "this request" },
  );
  Object.assign(figure.layout.xaxis as object, { tickformat: ".0%" });
  return figure;
}

/** Accumulated local effects of one feature on several models, over the values it has. */
export function effectsFigure(
  models: readonly { title: string; effects: AccumulatedLocalEffects }[],
): Figure {
  const { at, feature } = models[0].effects;
  const unit = feature === "payload size" ? " (KiB)" : "";
  return lineChart(
    at,
    models.map(({ title, effects }) => ({ name: title, values: effects.effect })),
    {
      title: `Accumulated local effects of ${feature}`,
      xTitle: `${feature}${unit}`,
      yTitle: "change of the probability of Lambda",
    },
    { format: ".0%", logX: at[0] > 0 && at[at.length - 1] > 20 * at[0] },
  );
}

/** Rank correlations of what matters to each pair of models, with their intervals. */
export function agreementFigure(agreements: readonly ModelAgreement[]): Figure {
  const titles = [...new Set(agreements.flatMap(({ a, b }) => [a, b]))];
  const pairOf = (one: string, other: string): ModelAgreement | undefined =>
    agreements.find(({ a, b }) => (a === one && b === other) || (a === other && b === one));
  const values = titles.map((one) =>
    titles.map((other) => (one === other ? 1 : (pairOf(one, other)?.importance.estimate ?? NaN))),
  );
  return heatMap(
    titles,
    titles,
    values,
    { title: "Rank correlation of what matters, 95 % interval", xTitle: "", yTitle: "" },
    {
      low: -1,
      high: 1,
      print: (value, row, column) => {
        const pair = pairOf(titles[row], titles[column]);
        return pair
          ? `${value.toFixed(2)}<br>${pair.importance.low.toFixed(2)} to ` +
              `${pair.importance.high.toFixed(2)}`
          : value.toFixed(2);
      },
    },
  );
}

/**
 * Mean drop in accuracy by input over repeated trainings; whiskers from the least to the greatest.
 */
export function stabilityFigure(summaries: readonly StabilitySummary[]): Figure {
  const series = summaries.map(({ title, varied, meanDrop, lowestDrop, highestDrop }) => ({
    name: `${title}, other ${varied}s`,
    values: meanDrop,
    low: lowestDrop,
    high: highestDrop,
  }));
  return barChart(
    ROUTER_INPUTS,
    series,
    {
      title: "Trained and explained again",
      xTitle: "input",
      yTitle: "drop in accuracy (least to greatest)",
    },
    { format: ".1%" },
  );
}

function ranked(shapley: ShapleyValues): PlayerSummary[] {
  return summariseShapley(shapley).sort((a, b) => b.meanAbsolute - a.meanAbsolute);
}
