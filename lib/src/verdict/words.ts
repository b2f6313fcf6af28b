import { formatInterval, formatNumber, type NumberFormat } from "../display/index.js";
import type { Interval } from "../statistics/index.js";
import { QUESTIONS, type Answer, type AnswerState, type QuestionId } from "./answer.js";
import type { RunArtefacts } from "./run-artefacts.js";

export const count = (value: number): string => formatNumber(value, "count");
export const share = (value: number): string => formatNumber(value, "share");
export const points = (value: number): string => formatNumber(value, "points");
export const withInterval = (interval: Interval, format: NumberFormat): string =>
  formatInterval(interval, format);

/** A name of the code's in words: "lightweight_api" is "lightweight API". */
export function plain(name: string): string {
  return name.replace(/_/g, " ").replace(/\bapi\b/, "API");
}

export function lowerFirst(text: string): string {
  return text[0].toLowerCase() + text.slice(1);
}

export function upperFirst(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

/** A sentence of an answer ends as one. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

export function answer(
  id: QuestionId,
  notebook: string,
  state: AnswerState,
  text: string,
  picture: Answer["picture"] = null,
): Answer {
  return { id, question: QUESTIONS[id], state, sentence: sentence(text), notebook, picture };
}

/** The honest answer where a notebook's artefact is missing. */
export function notRun(id: QuestionId, notebook: string, run: RunArtefacts): Answer {
  return answer(id, notebook, "unknown", `Not known: ${whyMissing(notebook, run)}`);
}

/** Why there is nothing of a notebook: an error, or what it rests on, or that it was not run. */
export function whyMissing(notebook: string, { stopped, stale }: RunArtefacts): string {
  const number = notebook.slice(0, 2);
  if (stopped.includes(notebook)) return `an error stopped notebook ${number}`;
  return stale[notebook] ?? `notebook ${number} was not run`;
}
