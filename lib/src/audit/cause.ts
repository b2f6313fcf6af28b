import type { CheckResult } from "./check.js";

/** What mending a cause costs: requests to send, and USD where a plan gives a price. */
export interface CauseCost {
  requests: number;
  /** Null where no plan says what the requests cost. */
  costUsd: number | null;
  /** What is paid for, in words. */
  what: string;
}

/** Rows that a cause touches, and in which way. */
export interface TouchedRows {
  rows: number;
  /** What they are, to follow the number: "Lambda requests ran with other memory". */
  what: string;
}

/** The audit as a cause sees it: its checks by id, and the number of its rows. */
export interface AuditView {
  rows: number;
  check(id: string): CheckResult | undefined;
  /** Whether one of these checks fails that no earlier cause has explained. */
  fails(...ids: string[]): boolean;
}

/** A check that a cause explains: always, or only where it failed in a certain way. */
export type Explained = string | readonly [id: string, when: (check: CheckResult) => boolean];

/** One reason for which several checks fail together. */
export interface Cause {
  id: string;
  title: string;
  /** Whether the audit shows it. */
  applies(audit: AuditView): boolean;
  /** The checks that fail (or warn) because of it; the first that fails is its evidence. */
  explains: readonly Explained[];
  /** Rows it touches, where a check counts them; null where none does. */
  touches(audit: AuditView): TouchedRows | null;
  spoils: string;
  remedy: string;
  cost(audit: AuditView): CauseCost;
}
