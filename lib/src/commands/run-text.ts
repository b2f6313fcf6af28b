import path from "node:path";
import { worstVerdict } from "../campaign/index.js";
import { gateLines, gatesByStage, type ShownGate } from "../display/index.js";
import type { StaleNotes } from "../report/index.js";
import type { NotebookResult } from "../runner/index.js";
import type { StudyVerdict } from "../verdict/index.js";
import { out, outJson } from "./command.js";
import { promiseLines, type KeptPromise } from "./preregistered-run.js";
import { wrap } from "./wrap.js";

/** What a batch came to, as it is printed. */
export interface RunOutcome {
  results: readonly NotebookResult[];
  gates: readonly ShownGate[];
  /** Why a notebook's results are not shown, by notebook. */
  stale: StaleNotes;
  verdict: StudyVerdict;
  /** What was frozen beforehand, and the departures; null where nothing was. */
  promise: KeptPromise | null;
  /** Null where the run was interrupted. */
  report: string | null;
  json: boolean;
}

/** Prints a batch: how each notebook ended, the verdict, the gates. */
export function printRun(outcome: RunOutcome): void {
  if (outcome.json) outJson(runJson(outcome));
  else out(runText(outcome));
}

function runJson({ results, gates, verdict, promise, report }: RunOutcome): object {
  const failed = results.find(({ status }) => status !== "done");
  const { accepted } = verdict;
  const open = gates.filter(({ id }) => !Object.hasOwn(accepted, id));
  return {
    verdict: failed ? "fail" : worstVerdict(open.map((gate) => gate.verdict)),
    sentence: verdict.sentence,
    answers: verdict.answers.map(({ id, question, state, sentence }) => ({
      id,
      question,
      state,
      sentence,
    })),
    gates: gates.map(({ id, value, target, verdict: judged }) => ({
      id,
      value,
      target,
      verdict: judged,
    })),
    accepted,
    preregistration: promise,
    notebooks: results.map(({ notebook, status, seconds }) => ({
      name: path.basename(notebook, ".ipynb"),
      status,
      seconds: Math.round(seconds * 10) / 10,
    })),
    report,
    failure: failed?.error?.message ?? null,
  };
}

function runText({ results, gates, stale, verdict, promise, report }: RunOutcome): string {
  const lines = results.map(
    ({ notebook, status, seconds }) =>
      path.basename(notebook, ".ipynb").padEnd(34) +
      `${status.padEnd(9)}${seconds.toFixed(1).padStart(7)} s`,
  );
  lines.push("", ...wrap(verdict.sentence), "");
  const width = Math.max(...verdict.answers.map(({ question }) => question.length)) + 2;
  for (const { question, sentence } of verdict.answers)
    lines.push(...wrap(sentence, `  ${question.padEnd(width)}`, " ".repeat(width + 2)));
  const simulated = verdict.kind === "simulated" ? " (simulated)" : "";
  for (const { title, gates: group } of gatesByStage(gates)) {
    lines.push("", `${title}${simulated}`);
    for (const gate of group) {
      const { heading, evidence } = gateLines(gate);
      const reason = verdict.accepted[gate.id];
      lines.push(...wrap(heading, "  ", "          "));
      // Why gates are stale is said once for all of a notebook's, below.
      if (!gate.stale) lines.push(...wrap(evidence, "          "));
      if (reason !== undefined) lines.push(...wrap(`accepted: ${reason}`, "          "));
    }
  }
  const reasons = [...new Set(Object.values(stale))];
  if (reasons.length > 0) lines.push("");
  for (const why of reasons) lines.push(...wrap(`Stale: ${why}`, "", "  "));
  if (promise) lines.push("");
  for (const line of promise ? promiseLines(promise) : []) lines.push(...wrap(line, "", "    "));
  if (report) lines.push("", `Report: ${report}`);
  return lines.join("\n");
}
