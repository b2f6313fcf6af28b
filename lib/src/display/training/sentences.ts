import {
  describeBounds,
  describeCeiling,
  highestCeiling,
  type Attainability,
} from "../../attainability/index.js";
import {
  beatsLookup,
  positionBetween,
  sameFunctions,
  type CategoryAccuracy,
  type GeneralisationResult,
  type RefusedQuestion,
  type NamedComparison,
  type NamedLearningCurve,
  type ScoredModel,
  type Tuning,
} from "../../models/index.js";
import type { Interval } from "../../statistics/index.js";
import { formatInterval, formatNumber, resampledWords } from "../format.js";
import { escapeHtml } from "../html.js";

const share = (value: number): string => formatNumber(value, "share");
const points = (value: number): string => formatNumber(value, "points");
const holds = ({ low, high }: Interval, value: number): boolean => low <= value && value <= high;
const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** "Why not higher?", before any model is trained. */
export function readBounds({ headroom, ceiling, ceilingBounds, best1 }: Attainability): string {
  if (ceilingBounds)
    return (
      `A model can add **${points(Math.max(0, headroom))} at the least, ` +
      `${points(ceilingBounds.high - best1.accuracy)} at the most** to a lookup of one column ` +
      `(*${best1.features[0]}*): the best possible accuracy lies ` +
      `${describeCeiling({ ceiling, ceilingBounds })}, for ${describeBounds(ceilingBounds)}.`
    );
  return (
    `Everything a model can add to a lookup of one column (*${best1.features[0]}*) is ` +
    `**${points(headroom)}**. "Why not higher?" Because ${share(1 - ceiling)} of the rows ` +
    "carry the minority label of their feature vector: no function of these features gets them " +
    "right."
  );
}

/** What the search was worth. */
export function readSearch(tunings: readonly Tuning[]): string {
  const words = tunings.map(({ title, winner, savedLogLoss, adopted }) => {
    if (!savedLogLoss) return `${title}: the defaults won`;
    const found =
      `with ${winner}, log loss saved against the defaults is ` +
      `${formatInterval(savedLogLoss, "number")} nats a validation row`;
    const { low, high } = savedLogLoss;
    const chance = low <= 0 && high >= 0 ? "not more than chance" : "more than chance";
    const taken = Object.keys(adopted).length > 0;
    return `${title}: ${found}, ${chance}, ${taken ? "and is taken" : "so the defaults stay"}`;
  });
  return `${words.join(". ")}. ${plural(
    tunings.reduce((sum, { trials }) => sum + trials.length, 0),
    "trial",
  )} in all, each kept in \`search.csv\`; none has seen a validation or test row.`;
}

/** Where the models stand between floor and ceiling, and which of them stand at the ceiling. */
export function readPosition(
  models: readonly ScoredModel[],
  best: ScoredModel,
  bounds: Attainability,
): string {
  const highest = highestCeiling(bounds);
  const at = models.filter(({ intervals }) => holds(intervals.accuracy, highest));
  const position = positionBetween(bounds, best.intervals.accuracy);
  const apart = bounds.ceilingBounds ? highest - bounds.best1.accuracy : bounds.headroom;
  const ceiling =
    at.length > 0
      ? "**" +
        at
          .map(
            ({ title, intervals }) =>
              `${title} (${formatNumber(100 * intervals.accuracy.estimate, "number")} %)`,
          )
          .join(", ") +
        ` ${at.length === 1 ? "stands" : "stand"} at the ceiling**: ` +
        (at.length === 1 ? "its interval holds" : "their intervals hold") +
        ` ${share(highest)}, the best that any model can reach on these features.`
      : `No model's interval reaches the ceiling of ${bounds.ceilingBounds ? "at most " : ""}` +
        `${share(highest)}.`;
  const way = position
    ? `${best.title}, the best by validation accuracy, went ` +
      `${formatInterval(position, "share")} of the way from the best lookup of one column to ` +
      "the ceiling."
    : `Floor (the best lookup of one column) and ceiling are ` +
      `${formatNumber(100 * apart, "number")} points apart, ` +
      `less than chance moves the accuracy of ${best.title} ` +
      `(${formatInterval(best.intervals.accuracy, "share")}): a place between them is chance.`;
  return `${ceiling} ${way}`;
}

/** In which categories a model knows no more than the category. */
export function readCategories(categories: readonly CategoryAccuracy[], title: string): string {
  const known = categories
    .filter(({ accuracy, constant }) => accuracy.low > constant)
    .map(({ name }) => `*${escapeHtml(name)}*`);
  if (known.length === 0)
    return (
      `In none of the ${categories.length} groups is ${title} better than always answering the ` +
      "group's larger class: it knows the group, and nothing more about it."
    );
  return (
    `${title} is better than always answering the larger class in ${known.join(", ")}; in the ` +
    `other ${categories.length - known.length} of ${categories.length} it knows the group and ` +
    "nothing more."
  );
}

/**
 * Above this p-value, once multiplied by the number of pairs (Bonferroni), a difference is chance.
 */
const CHANCE = 0.05;

/**
 * Whether the best of the models knows more than a table, and whether the models are one function.
 * `lookups` names the lookups among the pairs, that of one column first: the gate's.
 */
export function readPairs(
  pairs: readonly NamedComparison[],
  best: string,
  lookups: readonly string[],
): string {
  const same = sameFunctions(pairs);
  const nearly = sameFunctions(pairs, 0.99);
  const better = pairs.filter(({ p }) => p * pairs.length < CHANCE);
  const identical = same.map(
    (group) =>
      `**${group.join(", ")} are the same function on these data**: they answer every test ` +
      "row alike.",
  );
  const alike = nearly
    .filter(
      (group) =>
        !same.some(
          (other) => other.length === group.length && other.every((title) => group.includes(title)),
        ),
    )
    .map(
      (group) =>
        `${group.join(", ")} agree with one another on more than 99 % of the rows: all but ` +
        "the same function.",
    );
  const told =
    better.length === 0
      ? `No pair differs in accuracy by more than chance (p-values times ${pairs.length} pairs).`
      : `Beyond chance (p-values times ${pairs.length} pairs) differ: ` +
        better
          .map(
            ({ a, b, difference }) =>
              `${difference.estimate > 0 ? a : b} above ${difference.estimate > 0 ? b : a} by ` +
              points(Math.abs(difference.estimate)),
          )
          .join("; ") +
        ".";
  return [
    ...readAgainstLookups(pairs, best, lookups),
    ...(identical.length > 0 ? identical : ["No two of them are identical on every row."]),
    ...alike,
    told,
  ].join(" ");
}

/** The verdict of the gate, and the same question asked of the larger tables. */
function readAgainstLookups(
  pairs: readonly NamedComparison[],
  best: string,
  lookups: readonly string[],
): string[] {
  return lookups.flatMap((lookup, l) => {
    const against = pairs.find(({ a, b }) => a === best && b === lookup);
    if (!against) return [];
    const { verdict } = beatsLookup(against, best);
    const table = l === 0 ? "the best lookup of one column" : `the ${lowerFirst(lookup)}`;
    const found =
      `${formatInterval(against.difference, "points")} better, p ` +
      `${formatNumber(against.p, "pValue")}, ${resampledWords(against.unit, against.units)}`;
    if (verdict === "not applicable")
      return [`The test rows are too short to say whether ${best} knows more than ${table}.`];
    return [
      verdict === "pass"
        ? `**${best} knows something that ${table} does not** (${found}).`
        : `${best} has not been shown to know more than ${table} (${found}).`,
    ];
  });
}

function lowerFirst(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** How honest the probabilities are. */
export function readCalibration(models: readonly ScoredModel[], best: ScoredModel): string {
  const { bins, expectedError } = best.calibration;
  const off = bins.filter(({ observed, meanPredicted }) => !holds(observed, meanPredicted)).length;
  const worst = models.reduce((a, b) =>
    b.calibration.expectedError > a.calibration.expectedError ? b : a,
  );
  return (
    `Points on the dashed line are honest probabilities. Those of ${best.title} are off by ` +
    `${points(expectedError)} on average; ${off === 0 ? "no" : off} ` +
    `interval${off > 1 ? "s" : ""} of ${bins.length} miss${off > 1 ? "" : "es"} the line. The ` +
    `least honest are ${worst.title}'s, off by ${points(worst.calibration.expectedError)}.`
  );
}

/** Whether more of the same requests would help, and how much they could. */
export function readLearningCurve(
  [{ title, points: curve }]: readonly NamedLearningCurve[],
  bounds: Attainability,
): string {
  const last = curve[curve.length - 1];
  const before = curve[curve.length - 2];
  const gained = last.test.accuracy - before.test.accuracy;
  const half = (last.accuracy.high - last.accuracy.low) / 2;
  const verdict =
    gained > half
      ? "The curve still rises: more requests of the same kind would help."
      : "No rise beyond chance is seen: nothing says that more of the same requests would help.";
  return (
    `From ${formatNumber(before.rows, "count")} to ${formatNumber(last.rows, "count")} ` +
    `training rows the test accuracy of ${title} went ${gained >= 0 ? "up" : "down"} by ` +
    `${formatNumber(100 * Math.abs(gained), "number")} points; chance alone moves it by ` +
    `${formatNumber(100 * half, "number")}. ${verdict} The ceiling, which no number of them ` +
    `can lift, lies ${bounds.ceilingBounds ? "at most " : ""}` +
    `${formatNumber(100 * (highestCeiling(bounds) - last.test.accuracy), "number")} points above.`
  );
}

/** Above this share of seen vectors a test on left-out rows is one of memory. */
const MOSTLY_SEEN = 0.95;

/**
 * What the gaps say, the random splits called what they are, and which questions the data could not
 * be asked, with the reason.
 */
export function readGeneralisation(
  results: readonly GeneralisationResult[],
  title: string,
  refused: readonly RefusedQuestion[] = [],
): string {
  const notAsked =
    refused.length === 0
      ? ""
      : ` Not asked: ${refused.map(({ question, why }) => `${question} (${why})`).join("; ")}.`;
  return answersInWords(results, title) + notAsked;
}

function answersInWords(results: readonly GeneralisationResult[], title: string): string {
  const own = results.filter((result) => result.title === title);
  const random = own.filter((result) => result.random);
  const contexts = own.filter((result) => !result.random);
  if (own.length === 0) return `The data are too few to leave anything out for ${title}.`;
  const parts: string[] = [];
  if (random.length > 0) {
    const seen = Math.min(...random.map(({ seenShare }) => seenShare));
    const gap = Math.max(...random.map((result) => result.gap));
    parts.push(
      seen >= MOSTLY_SEEN
        ? `On random splits ${share(seen)} of the rows left out carry a feature vector that ` +
            `${title} was trained on: **their gap of ${points(gap)} tests memory of the same ` +
            "contexts, not generalisation.**"
        : `On random splits ${share(seen)} of the rows left out carry a feature vector seen in ` +
            `training; the gap there is ${points(gap)}.`,
    );
  }
  if (contexts.length > 0) {
    const widest = contexts.reduce((a, b) => (b.gap > a.gap ? b : a));
    const lost = contexts.filter(({ test, constant }) => test <= constant);
    parts.push(
      `The widest gap on contexts never seen is ${points(widest.gap)} (left out: ` +
        `${widest.question}; worst split ${share(widest.lowest)}).`,
    );
    parts.push(
      lost.length === 0
        ? `It stays above the larger class of what was left out in all ${contexts.length} ` +
            "questions."
        : `It falls to or below the larger class of what was left out in ${lost.length} of ` +
            `${contexts.length} questions (${lost.map(({ question }) => question).join(", ")}): ` +
            "there it carries nothing over.",
    );
  }
  return parts.join(" ");
}
