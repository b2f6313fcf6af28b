import type { GateResult } from "../../campaign/index.js";
import type { Interval } from "../../statistics/index.js";
import type { Answer, SmallPicture } from "../answer.js";
import { NOTEBOOKS, type RunArtefacts } from "../run-artefacts.js";
import { answer, notRun, plain, points, share, withInterval } from "../words.js";

/** What a lookup gets, what any model could, and what lies between, on the rows of the study. */
export interface Room {
  floor: number;
  ceiling: number;
  headroom: number;
  /** Of the headroom on new rows, where the audit looked at the same labels. */
  interval: Interval | null;
  verdict: GateResult["verdict"];
}

/** Room for a model: by the labels that 03 handed on, else by those of the audit. */
export function roomOf({ audit, training, gates }: RunArtefacts): Room | null {
  const bounds = training?.bounds ?? audit?.attainability ?? null;
  if (bounds === null) return null;
  const gate = gates.find(({ id }) => id === "headroom");
  const check = audit?.checks.find(({ id }) => id === "headroom");
  const same = audit?.attainability?.ceiling === bounds.ceiling;
  return {
    floor: bounds.best1.accuracy,
    ceiling: bounds.ceiling,
    headroom: bounds.headroom,
    interval: same ? (check?.interval ?? null) : null,
    verdict: gate?.verdict ?? check?.verdict ?? "not applicable",
  };
}

/** Whether any model could be worth more than a table with one column. */
export function learnableAnswer(run: RunArtefacts): Answer {
  const room = roomOf(run);
  if (room === null) {
    const { audit } = run;
    if (audit === null) return notRun("learnable", NOTEBOOKS.audit, run);
    return answer("learnable", NOTEBOOKS.audit, "bad", "No: no request could be labelled");
  }
  const { floor, ceiling, headroom, interval, verdict } = room;
  const left = interval
    ? `${withInterval(interval, "points")} on new rows`
    : `${points(headroom)} on these rows`;
  const gate = run.gates.find(({ id }) => id === "ceiling");
  const yes = verdict === "pass";
  return answer(
    "learnable",
    NOTEBOOKS.labelling,
    yes ? (gate?.verdict === "fail" ? "mixed" : "good") : "bad",
    `${yes ? "Yes" : "Hardly"}: the best lookup of one column is right for ${share(floor)} of ` +
      `the labels and a perfect model for ${share(ceiling)}, which leaves ${left}`,
    labelPicture(run),
  );
}

/** Lambda's share of the labels of each workload. */
function labelPicture({ labelling }: RunArtefacts): SmallPicture | null {
  const bars = Object.entries(labelling?.byWorkload ?? {}).map(([name, { labelled, lambda }]) => ({
    name: plain(name),
    share: lambda / labelled,
  }));
  if (bars.length === 0) return null;
  const alt = bars.map((bar) => `${bar.name} ${share(bar.share)}`).join(", ");
  return {
    kind: "shares",
    title: "labels that are Lambda's",
    bars,
    alt: `Labels that are Lambda's, by workload: ${alt}.`,
  };
}
