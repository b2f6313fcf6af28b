import { highestCeiling } from "../attainability/index.js";
import type { FoundCause } from "../audit/index.js";
import type { Answer } from "./answer.js";
import { dataAnswer } from "./answers/data.js";
import { learnableAnswer, roomOf } from "./answers/learnable.js";
import { inText, learnedAnswer, learnedOf, standing, type Standing } from "./answers/learned.js";
import { mattersAnswer } from "./answers/matters.js";
import { nextAnswer } from "./answers/next.js";
import { causesOf, trustAnswer } from "./answers/trust.js";
import { worthAnswer } from "./answers/worth.js";
import { NOTEBOOKS, type RunArtefacts } from "./run-artefacts.js";
import { sentence, share, upperFirst, whyMissing } from "./words.js";

/** Whose times the numbers are: a platform's, those of stand-ins on one machine, or made up. */
export type DataKind = "measured" | "local" | "simulated";

/** What a run says, in one sentence and in six answers, made from what it left behind. */
export interface StudyVerdict {
  kind: DataKind;
  sentence: string;
  answers: Answer[];
  causes: FoundCause[];
  /** Findings and gates that were accepted, each with its reason, by id. */
  accepted: Readonly<Record<string, string>>;
}

/** Judges a run by its artefacts; what is missing is said, never guessed. */
export function studyVerdict(run: RunArtefacts): StudyVerdict {
  const kind = run.simulated ? "simulated" : run.audit?.local ? "local" : "measured";
  const start = { measured: "", local: "On this machine's stand-ins: ", simulated: "Simulated: " };
  const text = verdictText(run);
  return {
    kind,
    sentence: sentence(start[kind] + (kind === "measured" ? upperFirst(text) : text)),
    answers: [
      dataAnswer(run),
      trustAnswer(run),
      learnableAnswer(run),
      learnedAnswer(run),
      mattersAnswer(run),
      worthAnswer(run),
      nextAnswer(run),
    ],
    causes: causesOf(run),
    accepted: run.accepted,
  };
}

const AGAINST_LOOKUPS: Readonly<Record<Standing, string>> = {
  better: "more than any lookup",
  worse: "less than a lookup",
  unsure: "not surely more than a lookup",
  "not known": "whether that is more than a lookup gets is not known",
};

function verdictText(run: RunArtefacts): string {
  const { audit, training, stopped } = run;
  if (stopped.length > 0) return `there is no verdict: an error stopped ${stopped.join(" and ")}`;
  if (audit === null) return `there is no verdict: ${whyMissing(NOTEBOOKS.audit, run)}`;
  if (audit.rows === 0)
    return "there is no verdict: no line of the logs could be read as a request";
  const room = roomOf(run);
  const open = causesOf(run).filter(({ verdict }) => verdict === "fail").length;
  const trust =
    open === 0
      ? "the audit finds no fault in the data"
      : `${open === 1 ? "one cause spoils" : `${open} causes spoil`} the data`;
  if (room === null) return `nothing could be labelled, and ${trust}`;
  const bounds =
    `a lookup is right for ${share(room.bounds.best1.accuracy)}, and no model can pass ` +
    share(highestCeiling(room.bounds));
  if (room.holds === "nothing")
    return (
      `these data hold ${room.bounds.headroom > 0.001 ? "almost nothing" : "nothing"} ` +
      `for a model to learn (${bounds}), and ${trust}`
    );
  const learned = training && learnedOf(training);
  if (!learned) {
    const models = Object.hasOwn(run.stale, NOTEBOOKS.training)
      ? "the models trained on these data are stale"
      : "no model was trained";
    const holds =
      room.holds === "something"
        ? "there is something to learn"
        : "whether there is anything to learn is not known";
    return `${holds} (${bounds}), ${models}, and ${trust}`;
  }
  return (
    `the ${inText(learned.title)} is right for ${share(learned.accuracy.estimate)} where ` +
    `${bounds}: ${AGAINST_LOOKUPS[standing(learned)]}, and ${trust}`
  );
}
