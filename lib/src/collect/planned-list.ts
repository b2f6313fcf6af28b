import {
  PLATFORMS,
  type CampaignPlan,
  type Platform,
  type ScheduledRun,
} from "../campaign/index.js";
import { plannedRequests } from "../platforms/index.js";

/**
 * One arrival of a collection, decided before anything is sent: a request to one platform, or in a
 * duet a pair of them, one to each.
 */
export interface PlannedRequest {
  /** Of the request; the halves of a pair carry it with their platform behind it. */
  id: string;
  /** What both halves of a pair carry; null for a request to one platform. */
  pairId: string | null;
  /** Index in the plan's runs, in the order of time. */
  run: number;
  /** In a duet, of the half that is sent first. */
  platform: Platform;
  workload: string;
  payloadKb: number;
  /** Ms of the plan's clock from the start of the run. */
  dueMs: number;
}

/** One HTTP request of an arrival. */
export interface PlannedSend {
  id: string;
  platform: Platform;
}

/** What is sent for an arrival, in its order: one request, or the two halves of a pair. */
export function sendsOf({ id, pairId, platform }: PlannedRequest): PlannedSend[] {
  if (pairId === null) return [{ id, platform }];
  const [first, second] = platform === "ecs" ? PLATFORMS : [...PLATFORMS].reverse();
  return [first, second].map((half) => ({ id: `${id}_${half}`, platform: half }));
}

/** A run of a collection with its requests in the order in which they are due. */
export interface PlannedRun {
  scheduled: ScheduledRun;
  index: number;
  requests: PlannedRequest[];
}

/**
 * Every request of a campaign, from plan and seed alone: the same ones, at the same times, that
 * `simulate` answers with them. Ids are the same in every session of a collection, so that what was
 * sent can be told from what was not.
 */
export function planRequests(plan: CampaignPlan, seed: number | string): PlannedRun[] {
  return Array.from(plannedRequests(plan, seed), ({ scheduled, requests }, index) => ({
    scheduled,
    index,
    requests: Array.from(requests.sendMs, (dueMs, i) => {
      const place = `${index.toString(36)}x${i.toString(36).padStart(6, "0")}`;
      const name = `${plan.name}_${seed}_${place}`;
      return {
        id: `req_${name}`,
        pairId: plan.duet ? `pair_${name}` : null,
        run: index,
        platform: PLATFORMS[requests.platform[i]],
        workload: plan.workloads[requests.workload[i]].workload,
        payloadKb: requests.targetPayloadKb[i],
        dueMs,
      };
    }),
  }));
}
