import { describeCeiling, highestCeiling } from "../../attainability/index.js";
import { isKnown, type Interval } from "../../statistics/index.js";
import type { Answer, AnswerState, SmallPicture } from "../answer.js";
import { NOTEBOOKS, type RunArtefacts, type TrainingRecord } from "../run-artefacts.js";
import { answer, notRun, points, share, withInterval } from "../words.js";

/** The best model with its accuracy, and by how much it beats the hardest of the lookups. */
export interface Learned {
  title: string;
  accuracy: Interval;
  /** The lookup that comes nearest to it (or passes it furthest), and model minus lookup. */
  against: { title: string; difference: Interval } | null;
}

export function learnedOf({ best, models, pairs }: TrainingRecord): Learned | null {
  const model = models.find(({ kind }) => kind === best);
  if (!model) return null;
  const against = pairs
    .filter(({ a, b }) => a === model.title && /^lookup/i.test(b))
    .map(({ b, difference }) => ({ title: b, difference }))
    .sort((one, other) => one.difference.estimate - other.difference.estimate);
  return {
    title: model.title,
    accuracy: model.intervals.accuracy,
    against: against[0] ?? null,
  };
}

/** How a model stands to the hardest lookup, as far as chance lets it be told. */
export type Standing = "better" | "worse" | "unsure" | "not known";

export function standing({ against }: Learned): Standing {
  if (against === null || !isKnown(against.difference)) return "not known";
  const { low, high } = against.difference;
  return low > 0 ? "better" : high < 0 ? "worse" : "unsure";
}

/** How often the best model is right, and whether that is more than a table of the same columns. */
export function learnedAnswer(run: RunArtefacts): Answer {
  const learned = run.training && learnedOf(run.training);
  if (!learned) return notRun("learned", NOTEBOOKS.training, run);
  const { title, accuracy, against } = learned;
  const right =
    `the ${inText(title)}, the best model on the validation rows, is right for ` +
    `${withInterval(accuracy, "share")} of the test rows`;
  const picture = linePicture(run.training!, learned);
  if (against === null)
    return answer("learned", NOTEBOOKS.training, "mixed", `Not compared: ${right}`, picture);
  const [state, start] = STANDINGS[standing(learned)];
  const chance = isKnown(against.difference)
    ? ""
    : "; the test rows lie in too few blocks of time to say how much of that is chance";
  return answer(
    "learned",
    NOTEBOOKS.training,
    state,
    `${start}: ${right}, ${withInterval(against.difference, "points")} ahead of the ` +
      `${inText(against.title)}${chance}`,
    picture,
  );
}

const STANDINGS: Readonly<Record<Standing, [state: AnswerState, start: string]>> = {
  better: ["good", "Yes"],
  worse: ["bad", "No"],
  unsure: ["mixed", "Not surely more than a table"],
  "not known": ["unknown", "Not known"],
};

export const inText = (title: string): string => title[0].toLowerCase() + title.slice(1);

function linePicture({ bounds }: TrainingRecord, { accuracy }: Learned): SmallPicture {
  const [floor, ceiling] = [bounds.best1.accuracy, highestCeiling(bounds)];
  return {
    kind: "line",
    marks: [
      { name: "larger class", value: bounds.constant },
      { name: "lookup", value: floor },
      { name: "model", value: accuracy.estimate, low: accuracy.low, high: accuracy.high },
      { name: "best possible", value: ceiling, low: bounds.ceilingBounds?.low ?? ceiling },
    ],
    alt:
      `Accuracies on one line: always the larger class ${share(bounds.constant)}, the best ` +
      `lookup of one column ${share(floor)}, the model ${withInterval(accuracy, "share")}, ` +
      `the best possible ${describeCeiling(bounds)}; ` +
      `${bounds.ceilingBounds ? "at most " : ""}${points(ceiling - floor)} between lookup and ` +
      "best possible.",
  };
}
