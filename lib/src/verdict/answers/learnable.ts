import { describeCeiling, type Attainability } from "../../attainability/index.js";
import { gateThresholds, type GateResult } from "../../campaign/index.js";
import type { Interval } from "../../statistics/index.js";
import type { Answer, SmallPicture } from "../answer.js";
import { NOTEBOOKS, type RunArtefacts } from "../run-artefacts.js";
import { answer, notRun, plain, points, share, withInterval } from "../words.js";

/** What a lookup gets, what any model could, and what lies between, on the rows of the study. */
export interface Room {
  bounds: Attainability;
  /** Of the headroom on new rows, where the audit looked at the same labels. */
  interval: Interval | null;
  /** Whether the data hold anything for a model to learn. */
  holds: "something" | "nothing" | "not known";
}

/** Room for a model: by the labels that 03 handed on, else by those of the audit. */
export function roomOf({ audit, training, gates }: RunArtefacts): Room | null {
  const bounds = training?.bounds ?? audit?.attainability ?? null;
  if (bounds === null) return null;
  const gate = gates.find(({ id }) => id === "headroom");
  const check = audit?.checks.find(({ id }) => id === "headroom");
  const same = audit?.attainability?.ceiling === bounds.ceiling;
  const verdict = gate?.verdict ?? check?.verdict ?? "not applicable";
  return {
    bounds,
    interval: same ? (check?.interval ?? null) : null,
    holds: verdict === "pass" ? "something" : isOpen(bounds, verdict) ? "not known" : "nothing",
  };
}

/**
 * Whether the rows leave open if there is room: the check warns, or the ceiling lies between
 * bounds, by whose low end the gate is judged.
 */
function isOpen({ best1, ceilingBounds }: Attainability, verdict: GateResult["verdict"]): boolean {
  const wanted = gateThresholds("headroom").headroom;
  return verdict === "warn" || (ceilingBounds?.high ?? 0) - best1.accuracy > wanted;
}

/** Whether any model could be worth more than a table with one column. */
export function learnableAnswer(run: RunArtefacts): Answer {
  const room = roomOf(run);
  if (room === null) {
    const { audit } = run;
    if (audit === null) return notRun("learnable", NOTEBOOKS.audit, run);
    return answer("learnable", NOTEBOOKS.audit, "bad", "No: no request could be labelled");
  }
  const { bounds, interval, holds } = room;
  const floor = bounds.best1.accuracy;
  const { ceilingBounds } = bounds;
  const left = ceilingBounds
    ? `${points(ceilingBounds.low - floor)} to ${points(ceilingBounds.high - floor)}`
    : interval
      ? `${withInterval(interval, "points")} on new rows`
      : `${points(bounds.headroom)} on these rows`;
  const gate = run.gates.find(({ id }) => id === "ceiling");
  const states = {
    something: gate?.verdict === "fail" ? "mixed" : "good",
    nothing: "bad",
    "not known": "unknown",
  } as const;
  return answer(
    "learnable",
    NOTEBOOKS.labelling,
    states[holds],
    `${HOLDS[holds]}: the best lookup of one column is right for ${share(floor)} of ` +
      `the labels and a perfect model for ${describeCeiling(bounds)}, which leaves ${left}`,
    labelPicture(run),
  );
}

const HOLDS = { something: "Yes", nothing: "Hardly", "not known": "Not known" } as const;

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
