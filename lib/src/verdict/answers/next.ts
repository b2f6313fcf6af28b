import { formatNumber } from "../../display/index.js";
import type { FoundCause } from "../../audit/index.js";
import type { Answer } from "../answer.js";
import { NOTEBOOKS, type RunArtefacts } from "../run-artefacts.js";
import { answer, count, lowerFirst } from "../words.js";
import { roomOf } from "./learnable.js";
import { learnedOf } from "./learned.js";
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
  if (audit === null || training === null) {
    const missing = audit === null ? NOTEBOOKS.audit : NOTEBOOKS.training;
    return answer("next", missing, "told", `Run the notebooks from ${missing.slice(0, 2)} on`);
  }
  if (roomOf(run)?.verdict !== "pass")
    return answer(
      "next",
      NOTEBOOKS.labelling,
      "told",
      "Use the lookup; tune no model before a factor is logged that tells requests of one " +
        "context apart",
    );
  const low = learnedOf(training)?.against?.difference.low ?? 0;
  return low > 0
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
        "Use the lookup, which is as good as the best model; more requests may tell them apart",
      );
}

function costInWords({ requests, costUsd, what }: NonNullable<FoundCause["cost"]>): string {
  if (requests === 0) return `no new request: ${lowerFirst(what)}`;
  const usd = costUsd === null ? "" : `, ${formatNumber(costUsd, "usd")}`;
  return `${count(requests)} requests${usd}: ${what}`;
}
