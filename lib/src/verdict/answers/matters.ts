import { importanceInterval } from "../../explain/index.js";
import { isKnown } from "../../statistics/index.js";
import type { Answer } from "../answer.js";
import { NOTEBOOKS, type RunArtefacts } from "../run-artefacts.js";
import { answer, count, notRun, points, share, withInterval } from "../words.js";
import { inText } from "./learned.js";

/** The inputs that cost the best model most accuracy when they are shuffled. */
export function mattersAnswer(run: RunArtefacts): Answer {
  const { importance, training } = run;
  if (importance === null) return notRun("matters", NOTEBOOKS.importance, run);
  const title = training?.models.find(({ kind }) => kind === importance.best)?.title;
  const own = importance.inputs.find((one) => one.title === title) ?? importance.inputs[0];
  const inputs = own.importance.groups
    .map(({ name, accuracy }) => ({ name, drop: importanceInterval(accuracy) }))
    .sort((a, b) => b.drop.estimate - a.drop.estimate);
  const [top] = inputs;
  if (top && !isKnown(top.drop))
    return answer(
      "matters",
      NOTEBOOKS.importance,
      "unknown",
      `Not known: shuffling the ${top.name} costs the ${inText(own.title)} ` +
        `${withInterval(top.drop, "points")} of accuracy; the test rows lie in too few blocks of ` +
        "time to say how much of that is chance",
    );
  if (!top || !(top.drop.low > 0))
    return answer("matters", NOTEBOOKS.importance, "bad", "Nothing surely: no input is missed");
  // Shares of what all inputs cost together; what costs nothing has none.
  const total = inputs.reduce((sum, { drop }) => sum + Math.max(0, drop.estimate), 0);
  const bars = inputs.map(({ name, drop }) => ({
    name: name,
    share: Math.max(0, drop.estimate) / total,
  }));
  const others = inputs
    .slice(1)
    .filter(({ drop }) => drop.low > 0)
    .map(({ name, drop }) => `${name} ${points(drop.estimate)}`);
  const rest = others.length === 0 ? "no other surely" : `then ${others.slice(0, 2).join(", ")}`;
  return answer(
    "matters",
    NOTEBOOKS.importance,
    "told",
    `The ${top.name}: shuffling it costs the ${inText(own.title)} ` +
      `${withInterval(top.drop, "points")} of accuracy; ${rest}`,
    {
      kind: "shares",
      title: "share of what shuffling all of them costs",
      bars,
      alt:
        `Share of ${count(inputs.length)} inputs in what shuffling costs: ` +
        `${bars.map((bar) => `${bar.name} ${share(bar.share)}`).join(", ")}.`,
    },
  );
}
