import { PLATFORMS, type CampaignPlan, type Platform } from "../campaign/index.js";
import { quantile } from "../statistics/index.js";
import type { Settled } from "./messages.js";

/** How one workload on one platform has done in this session. */
export interface GroupTally {
  platform: Platform;
  workload: string;
  rows: number;
  /** By the client's clock, over the last answers with a 2xx; NaN before the first. */
  p50Ms: number;
  p95Ms: number;
  coldStarts: number;
  /** Rows without a 2xx. */
  errors: number;
}

/** Answers a quantile of the live view is taken over. */
const LAST_ANSWERS = 500;

/** Counts what comes in, for those who watch. */
export class Tally {
  rows = 0;
  /** Rows whose times may not be the platform's. */
  marked = 0;
  private readonly groups: (GroupTally & { times: number[] })[];

  constructor(plan: CampaignPlan) {
    this.groups = plan.workloads.flatMap(({ workload, weight }) =>
      PLATFORMS.filter((platform) => plan.duet || weight[platform] > 0).map((platform) => ({
        platform,
        workload,
        rows: 0,
        p50Ms: NaN,
        p95Ms: NaN,
        coldStarts: 0,
        errors: 0,
        times: [],
      })),
    );
  }

  add({ platform, workload, status, responseTimeMs, coldStart, marks }: Settled): void {
    const group = this.groups.find((of) => of.platform === platform && of.workload === workload)!;
    this.rows++;
    if (marks.length > 0) this.marked++;
    group.rows++;
    if (coldStart) group.coldStarts++;
    if (status < 200 || status > 299) group.errors++;
    else if (group.times.push(responseTimeMs) > LAST_ANSWERS) group.times.shift();
  }

  byGroup(): GroupTally[] {
    const of = (times: number[], probability: number): number =>
      times.length > 0 ? quantile(times, probability) : NaN;
    return this.groups.map(({ times, ...group }) => ({
      ...group,
      p50Ms: of(times, 0.5),
      p95Ms: of(times, 0.95),
    }));
  }
}
