import { rootCauses, type FoundCause } from "../../audit/index.js";
import type { Answer } from "../answer.js";
import { NOTEBOOKS, type RunArtefacts } from "../run-artefacts.js";
import { answer, count, lowerFirst, notRun } from "../words.js";

/** The causes of what the audit found, accepted findings told apart; none where 01 was not run. */
export function causesOf({ audit, accepted }: RunArtefacts): FoundCause[] {
  return audit === null ? [] : rootCauses({ ...audit, accepted });
}

/** How many checks fail, for how many reasons, and the worst of them. */
export function trustAnswer(run: RunArtefacts): Answer {
  const { audit } = run;
  if (audit === null) return notRun("trust", NOTEBOOKS.audit, run);
  if (audit.rows === 0)
    return answer("trust", NOTEBOOKS.audit, "bad", "There is no row that could be looked at");
  const causes = causesOf(run);
  const open = causes.filter(({ verdict }) => verdict === "fail");
  const fails = causes.reduce((sum, cause) => sum + cause.fails.length, 0);
  const judged = audit.checks.filter(({ verdict }) => verdict !== "not applicable").length;
  const known = causes.length - open.length;
  const accepted = known === 0 ? "" : `; ${known} more ${known === 1 ? "is" : "are"} accepted`;
  if (open.length === 0)
    return answer(
      "trust",
      NOTEBOOKS.audit,
      known === 0 ? "good" : "mixed",
      `As far as ${judged} checks can see: ` +
        (fails === 0 ? "none of them fails" : `the ${fails} that fail are accepted`),
    );
  const [worst] = open;
  const touched =
    worst.touches === null ? "" : ` (${count(worst.touches.rows)} ${worst.touches.what})`;
  return answer(
    "trust",
    NOTEBOOKS.audit,
    "bad",
    `Not as they are: ${fails} of the ${judged} checks that apply ` +
      `${fails === 1 ? "fails" : "fail"}, for ` +
      `${open.length === 1 ? "one reason" : `${open.length} reasons`}${accepted}; the worst is ` +
      `that ${lowerFirst(worst.title).replace(/\?$/, "")}${touched}`,
  );
}
