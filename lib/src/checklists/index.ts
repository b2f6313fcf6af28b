import { ARTEFACT_REVIEW } from "./artefact-review.js";
import { CLOUD_PRINCIPLES } from "./cloud-principles.js";
import type { ChecklistInput, JudgedChecklist } from "./item.js";
import { REFORMS } from "./reforms.js";

export type { ChecklistInput, ItemState, Judged, JudgedChecklist } from "./item.js";

/** Files of the project that the checklists ask for. */
export const ASKED_FILES: readonly string[] = [
  "README.md",
  "LICENSE",
  "CITATION.cff",
  "package.json",
  "package-lock.json",
  "environment.yml",
];

/** Every checklist, each point with its state and what that rests on. */
export function judgeChecklists(input: ChecklistInput): JudgedChecklist[] {
  return [CLOUD_PRINCIPLES, REFORMS, ARTEFACT_REVIEW].map(({ items, ...list }) => ({
    ...list,
    items: items.map(({ id, asks, judge }) => ({ id, asks, ...judge(input) })),
  }));
}
