import type { Interval } from "../statistics/index.js";

/** The questions a reader brings, in the order in which he asks them. */
export const QUESTIONS = {
  data: "What are the data?",
  trust: "Can they be trusted?",
  learnable: "Is there anything to learn?",
  learned: "Was it learned?",
  matters: "What matters?",
  worth: "What is it worth?",
  next: "What to do next?",
} as const;
export type QuestionId = keyof typeof QUESTIONS;

/** "unknown" where what would tell was not run. */
export type AnswerState = "good" | "mixed" | "bad" | "unknown" | "told";

/**
 * Plain data for a small picture; whoever shows it chooses the drawing. Shares lie between 0 and 1.
 */
export type SmallPicture = { alt: string } & (
  | {
      kind: "line";
      /** Accuracies on one line. */
      marks: { name: string; value: number; low?: number; high?: number }[];
    }
  | { kind: "shares"; title: string; bars: { name: string; share: number }[] }
  | {
      kind: "savings";
      /** Each on its own scale around zero: right of it is saved, left of it is lost. */
      axes: { name: string; unit: string; interval: Interval }[];
    }
);

/** One answer: a sentence with its number and interval, and where its evidence is. */
export interface Answer {
  id: QuestionId;
  question: string;
  state: AnswerState;
  sentence: string;
  /** The notebook that holds the evidence: "04_training". */
  notebook: string;
  picture: SmallPicture | null;
}
