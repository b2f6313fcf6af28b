import { planDesign, shippedPlan } from "../campaign/index.js";
import type { AuditView, CauseCost, TouchedRows } from "./cause.js";

/** The plan that is priced where a campaign has to be designed anew. */
const NEW_PLAN = "duet";

const offendersOf = (audit: AuditView, id: string): number =>
  (audit.check(id)?.offenders ?? []).reduce((sum, { count }) => sum + count, 0);
export const valueOf = (audit: AuditView, id: string): number => audit.check(id)?.value ?? NaN;
/** Rows named as offenders by the check that names most of them. */
export function atFault(audit: AuditView, what: string, ...ids: string[]): TouchedRows | null {
  const rows = Math.min(audit.rows, Math.max(...ids.map((id) => offendersOf(audit, id))));
  return rows > 0 ? { rows, what } : null;
}

export const nothingToSend = (what: string): CauseCost => ({ requests: 0, costUsd: 0, what });
export const repeated = ({ rows }: AuditView): CauseCost => ({
  requests: rows,
  costUsd: null,
  what: "the campaign again",
});
export function newCampaign(): CauseCost {
  const { expectedRequests, bill } = planDesign(shippedPlan(NEW_PLAN));
  return {
    requests: Math.round(expectedRequests),
    costUsd: bill.totalUsd,
    what: `the plan "${NEW_PLAN}" in place of this one`,
  };
}
