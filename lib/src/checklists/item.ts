import type { Manifest } from "../artefacts/index.js";
import type { RunArtefacts } from "../verdict/index.js";

/** What a checklist is judged by. */
export interface ChecklistInput {
  run: RunArtefacts;
  /** Null where the run has none. */
  manifest: Manifest | null;
  /** Files of the project that a reader of an artefact looks for, of those asked for. */
  projectFiles: readonly string[];
}

/** "yours": no program can tell; the author writes it. */
export type ItemState = "met" | "not met" | "yours";

/** How an item stands, and on what that rests. */
export interface Judged {
  state: ItemState;
  evidence: string;
  /** The notebook that holds the evidence; null where it is a file or the author's. */
  notebook: string | null;
}

/** A point of a checklist, in our words; `id` is its number there. */
export interface ChecklistItem {
  id: string;
  asks: string;
  judge(input: ChecklistInput): Judged;
}

export interface Checklist {
  id: string;
  title: string;
  source: string;
  items: readonly ChecklistItem[];
}

export interface JudgedChecklist extends Omit<Checklist, "items"> {
  items: (Omit<ChecklistItem, "judge"> & Judged)[];
}
