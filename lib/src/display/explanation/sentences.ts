import {
  importanceInterval,
  summariseShapley,
  type AccumulatedLocalEffects,
  type Dependence,
  type GroupImportance,
  type InteractionCheck,
  type ModelAgreement,
  type PermutationImportance,
  type PredictionParts,
  type ShapleyValues,
  type StabilitySummary,
} from "../../explain/index.js";
import { ranks } from "../../statistics/index.js";
import { formatInterval, formatNumber } from "../format.js";
import { escapeHtml } from "../html.js";

const points = (value: number): string => formatNumber(value, "points");
const share = (value: number): string => formatNumber(value, "share");
const drop = ({ accuracy }: GroupImportance): number => importanceInterval(accuracy).estimate;
/** From here on two rankings of five say the same. */
const STRONG = 0.9;
const NEARLY_ALL = 0.99;

/** What a model owes to its inputs, in accuracy and in money. */
export function readImportance({ groups }: PermutationImportance, title: string): string {
  const [top, second] = [...groups].sort((a, b) => drop(b) - drop(a));
  const idle = groups.filter(({ accuracy }) => importanceInterval(accuracy).low <= 0);
  const money = top.costUsd
    ? `, and routing with it shuffled costs ${formatInterval(perMillion(top), "number")} USD ` +
      "more per million requests"
    : "";
  const unused =
    idle.length === 0
      ? "Every input's interval lies above zero."
      : `Not told from zero: ${idle.map(({ name }) => name).join(", ")}.`;
  if (!(drop(top) > 0))
    return (
      `${title} loses no accuracy whichever input is shuffled: it answers much the same ` +
      "whatever it is told."
    );
  return (
    `**${title}** owes most to *${top.name}*: shuffled, it costs ` +
    `${formatInterval(importanceInterval(top.accuracy), "points")} of accuracy, ` +
    `${share(top.accuracy.share)} of the importance (*${second.name}*: ` +
    `${share(second.accuracy.share)})${money}. ${unused}`
  );
}

function perMillion({ costUsd }: GroupImportance): {
  estimate: number;
  low: number;
  high: number;
  level: number;
} {
  const { estimate, low, high, level } = importanceInterval(costUsd!);
  return { estimate: 1e6 * estimate, low: 1e6 * low, high: 1e6 * high, level };
}

/** Which inputs still matter once some columns are known. */
export function readWithin(within: PermutationImportance, title: string): string {
  const still = within.groups
    .filter(({ accuracy }) => importanceInterval(accuracy).low > 0)
    .sort((a, b) => drop(b) - drop(a));
  const known = within.within.join(" and ");
  if (still.length === 0)
    return (
      `Once the ${known} is known, no input makes a difference to ${title}'s accuracy: it is a ` +
      `lookup of the ${known}.`
    );
  return (
    `Once the ${known} is known, ` +
    still
      .map(({ name, accuracy }) => `*${name}* (${points(importanceInterval(accuracy).estimate)})`)
      .join(", ") +
    ` still ${still.length === 1 ? "matters" : "matter"} to ${title}.`
  );
}

/** How to read the bars of mean |Shapley value|. */
export function readShapleyBars(
  models: readonly { title: string; shapley: ShapleyValues }[],
): string {
  const tops = models.map(({ title, shapley }) => ({
    title,
    top: summariseShapley(shapley).reduce((a, b) => (b.meanAbsolute > a.meanAbsolute ? b : a)),
  }));
  const names = [...new Set(tops.map(({ top }) => top.name))];
  return (
    "A bar is how far an input moves a request's probability on average, up or down. " +
    (names.length === 1
      ? `*${names[0]}* moves it furthest in every model`
      : "Furthest move it: " +
        tops.map(({ title, top }) => `*${top.name}* (${title})`).join(", ")) +
    `; in ${tops[0].title} by ${points(tops[0].top.meanAbsolute)}.`
  );
}

/** How to read the beeswarm. */
export function readSwarm({ players, values, vectorOfRow }: ShapleyValues): string {
  const count = players.length;
  const extremes = players.map(({ name }, player) => {
    const own = Array.from(vectorOfRow, (vector) => values[vector * count + player]);
    return { name, low: Math.min(...own), high: Math.max(...own) };
  });
  const { name, low, high } = extremes.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));
  return (
    "Each dot is a request; right of zero the input speaks for Lambda, left of it for ECS. " +
    `*${name}* reaches furthest, from ${points(low)} to ${points(high)}; an input whose dots ` +
    "all lie at zero is not used."
  );
}

/**
 * Values of a continuous input that are taken for alike: those of one such share of the requests.
 */
const ALIKE_GROUPS = 20;

/** How to read the dependence picture: how much of the spread at one value is the partner's. */
export function readDependence(dependence: Dependence): string {
  const { player, partner, feature, partnerFeature, shapley, rows } = dependence;
  const value = alike(dependence.value);
  const partnerValue = alike(dependence.partnerValue);
  const total = varianceWithin(shapley, rows, () => 0);
  const byOwn = varianceWithin(shapley, rows, (vector) => value[vector]);
  const byBoth = varianceWithin(
    shapley,
    rows,
    (vector) => `${value[vector]}/${partnerValue[vector]}`,
  );
  if (!(total > 0)) return `*${player}* moves no prediction here.`;
  const named = (name: string, column: string): string =>
    name === column ? `*${name}*` : `*${name}* (by its column \`${column}\`)`;
  return (
    `Dots above one another have the same ${named(player, feature)} and yet another effect: ` +
    `${share(byOwn / total)} of the variance of its Shapley values is not its own doing, and ` +
    `${named(partner, partnerFeature)}, its strongest partner, accounts for ` +
    `${byOwn > 0 ? share(1 - byBoth / byOwn) : "none"} of that.`
  );
}

/** The values, or where they are many the twentieth of them that each belongs to. */
function alike(values: ArrayLike<number>): ArrayLike<number> {
  const distinct = new Set(Array.from(values)).size;
  if (distinct <= ALIKE_GROUPS) return values;
  const rank = ranks(values);
  return Float64Array.from(rank, (one) => Math.floor((ALIKE_GROUPS * (one - 1)) / rank.length));
}

/** Variance of values round the means of their groups, weighted by rows. */
function varianceWithin(
  values: Float64Array,
  rows: Float64Array,
  groupOf: (vector: number) => number | string,
): number {
  const groups = new Map<number | string, { weight: number; sum: number; squares: number }>();
  values.forEach((value, vector) => {
    const group = groups.get(groupOf(vector)) ?? { weight: 0, sum: 0, squares: 0 };
    groups.set(groupOf(vector), {
      weight: group.weight + rows[vector],
      sum: group.sum + rows[vector] * value,
      squares: group.squares + rows[vector] * value * value,
    });
  });
  const within = [...groups.values()].reduce(
    (sum, { weight, sum: total, squares }) => sum + Math.max(0, squares - (total * total) / weight),
    0,
  );
  return within / rows.reduce((sum, count) => sum + count, 0);
}

/** Whether both measures of interaction say the same. */
export function readInteractions({ pairs, rankCorrelation }: InteractionCheck): string {
  const [strongest] = pairs;
  const friedman = pairs.reduce((a, b) => (b.deviation > a.deviation ? b : a));
  const agree =
    friedman.pair === strongest.pair
      ? `Friedman's statistic names the same pair (H ${formatNumber(strongest.h, "number")})`
      : `Friedman's statistic puts *${friedman.pair}* first instead`;
  return (
    "The darker, the more two inputs do together that neither does alone. Strongest: " +
    `*${strongest.pair}*, ${points(strongest.shapley)} on average. ${agree}; over all ` +
    `${pairs.length} pairs the two measures rank alike to ` +
    `${formatNumber(rankCorrelation, "number")}.`
  );
}

/** How to read the waterfall of one request. */
export function readPrediction({ base, parts, output }: PredictionParts): string {
  const [first] = parts;
  const sum = parts.reduce((total, { value }) => total + value, base);
  return (
    `From the average of ${share(base)} the inputs lead to ${share(output)} for this request, ` +
    `its answer being ${output > 0.5 ? "Lambda" : "ECS"}. *${escapeHtml(first.words)}* moves ` +
    `it most, by ${points(first.value)}; the parts add up to ${share(sum)}.`
  );
}

/** How to read accumulated local effects. */
export function readEffects(
  models: readonly { title: string; effects: AccumulatedLocalEffects }[],
): string {
  const [
    {
      title,
      effects: { feature, at, effect },
    },
  ] = models;
  const low = Math.min(...effect);
  const high = Math.max(...effect);
  const steps = Array.from(effect.subarray(1), (value, i) => value - effect[i]);
  const shape = steps.every((step) => step >= 0)
    ? "only ever up"
    : steps.every((step) => step <= 0)
      ? "only ever down"
      : "up and down";
  return (
    `The line follows the average change of the prediction as *${feature}* alone moves from ` +
    `one value to the next, near real requests only; its mean is zero. In ${title} it goes ` +
    `${shape}, between ${points(low)} and ${points(high)}, the highest at ` +
    formatNumber(at[effect.indexOf(high)], "number") +
    (feature === "payload size" ? " KiB." : ".")
  );
}

/** Whether the models agree on what matters, and whether that means anything. */
export function readAgreement(
  agreements: readonly ModelAgreement[],
  lookup: { name: string; models: readonly { title: string; identicalShare: number }[] },
): string {
  const agree = agreements.filter(({ importance }) => importance.estimate >= STRONG);
  const same = agree.filter(({ identicalShare }) => identicalShare >= NEARLY_ALL);
  const asLookup = lookup.models
    .filter(({ identicalShare }) => identicalShare >= NEARLY_ALL)
    .map(({ title }) => title);
  const first =
    `${agree.length} of ${agreements.length} pairs rank the inputs alike (rank correlation ` +
    `${STRONG} or more; five inputs can only be ranked in 120 ways).`;
  const second =
    same.length === 0
      ? "None of these pairs is one function under two names."
      : `Of these, ${same.map(({ a, b }) => `${a} and ${b}`).join("; ")} give the same answer ` +
        "to 99 % of the requests or more: **they agree because they are the same function, " +
        "which confirms nothing.**";
  const apart = agreements.filter(
    ({ importance, identicalShare }) =>
      identicalShare >= NEARLY_ALL && importance.estimate < STRONG,
  );
  const twins = apart.map(
    ({ a, b }) =>
      `${a} and ${b} give the same answer to 99 % of the requests and yet rank the inputs ` +
      "differently: a ranking belongs to a model, not to the data.",
  );
  const third =
    asLookup.length === 0
      ? `No model is the ${lookup.name}.`
      : `**${asLookup.join(", ")} ${asLookup.length === 1 ? "is" : "are"} the ${lookup.name}** ` +
        "(the same answer to 99 % of the requests or more).";
  const shuffled = agree.filter(({ permutation }) => !(permutation >= STRONG));
  const other = agree.every(({ permutation }) => Number.isNaN(permutation))
    ? "By permutation importance there is nothing to rank: shuffling costs some model no accuracy."
    : shuffled.length === 0
      ? "Permutation importance says the same of them."
      : "By permutation importance " +
        `${shuffled.length === agree.length ? "none" : `only ${agree.length - shuffled.length}`} ` +
        "of them do: the ranking depends on the question asked.";
  return [first, ...(agree.length > 0 ? [other, second] : []), ...twins, third].join(" ");
}

/** How far importance depends on chance. */
export function readStability(summaries: readonly StabilitySummary[]): string {
  const tops = [...new Set(summaries.flatMap(({ tops: own }) => own))];
  const ranked = summaries.filter(({ lowestAgreement }) => !Number.isNaN(lowestAgreement));
  const stillest = summaries
    .filter(
      ({ varied, lowestDrop, highestDrop }) =>
        varied === "seed" && lowestDrop.every((low, i) => low === highestDrop[i]),
    )
    .map(({ title }) => title);
  const trainings = summaries.reduce(
    (sum, { runs, varied }) => sum + runs - Number(varied === "split"),
    0,
  );
  if (tops.length === 0)
    return (
      `In none of ${trainings} trainings does shuffling an input cost accuracy: there is no ` +
      "ranking that could be stable."
    );
  const first =
    tops.length === 1
      ? `*${tops[0]}* comes out on top every time`
      : `the input on top changes between ${tops.map((top) => `*${top}*`).join(" and ")}: ` +
        "which is first is chance";
  const least = ranked.reduce<StabilitySummary | null>(
    (a, b) => (a && a.lowestAgreement <= b.lowestAgreement ? a : b),
    null,
  );
  const agreement =
    least === null
      ? ""
      : "; the least agreement with a model's first run is " +
        `${formatNumber(least.lowestAgreement, "number")} (${least.title}, other ` +
        `${least.varied}s)`;
  const unmoved =
    stillest.length === 0
      ? ""
      : stillest.length === 1
        ? ` ${stillest[0]} does not depend on its seed at all.`
        : ` ${stillest.join(", ")} do not depend on their seeds at all.`;
  return `Over ${trainings} trainings ${first}${agreement}.${unmoved}`;
}
