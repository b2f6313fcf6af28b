import { formatNumber } from "../../display/index.js";
import type { FoundCause } from "../../audit/index.js";
import type { Answer } from "../answer.js";
import { NOTEBOOKS, type RunArtefacts } from "../run-artefacts.js";
import { answer, count, lowerFirst, upperFirst } from "../words.js";
import { roomOf } from "./learnable.js";
import { learnedOf, standing } from "./learned.js";
import { causesOf } from "./trust.js";

/** What is to be done: the worst cause first; where nothing is wrong, use what was learned. */
export function nextAnswer(run: RunArtefacts): Answer {
  const { audit, training, stopped } = run;
  if (stopped.length > 0)
    return answer("next", stopped[0], "bad", `Mend what stopped ${stopped[0]}, and run it again`);
  const [worst] = causesOf(run).filter(({ verdict }) => verdict === "fail");
  if (worst)
    return answer(
      "next",
      NOTEBOOKS.audit,
      "told",
      `${worst.remedy}${worst.cost === null ? "" : ` That takes ${costInWords(worst.cost)}`}`,
    );
  const [stale] = Object.entries(run.stale).sort(([one], [other]) => (one < other ? -1 : 1));
  if (stale) return answer("next", stale[0], "told", upperFirst(stale[1]));
  if (audit === null || training === null) {
    const missing = audit === null ? NOTEBOOKS.audit : NOTEBOOKS.training;
    return answer("next", missing, "told", `Run the notebooks from ${missing.slice(0, 2)} on`);
  }
  if (roomOf(run)?.holds === "nothing")
    return answer(
      "next",
      NOTEBOOKS.labelling,
      "told",
      "Use the lookup; tune no model before a factor is logged that tells requests of one " +
        "context apart",
    );
  const learned = learnedOf(training);
  const against = learned?.against ? standing(learned) : "unsure";
  return against === "better"
    ? answer(
        "next",
        NOTEBOOKS.routing,
        "told",
        `Try the router: \`study predict --model processed-data/${run.run}/router\``,
      )
    : answer(
        "next",
        NOTEBOOKS.training,
        "told",
        against === "not known"
          ? "Collect for longer: these data are too short to tell a model from a lookup"
          : "Use the lookup, which is as good as the best model; more requests may tell them apart",
      );
}

function costInWords({ requests, costUsd, what }: NonNullable<FoundCause["cost"]>): string {
  if (requests === 0) return `no new request: ${lowerFirst(what)}`;
  const usd = costUsd === null ? "" : `, ${formatNumber(costUsd, "usd")}`;
  return `${count(requests)} requests${usd}: ${what}`;
}
