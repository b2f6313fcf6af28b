import { parsePlan } from "lib/campaign";
import { simulate } from "lib/platforms";
import { selectRows, type Requests } from "lib/requests";
import { goodCampaign } from "../good-campaign.js";
import { change, checkRequests, checkTable, tableOf } from "../planted.js";
import type { PlantedFault } from "./planted-fault.js";

/** Gives window or pattern `from` the code `to`, but for its first `kept` rows. */
export function merge(
  requests: Requests,
  column: "timeWindow" | "loadPattern",
  from: number,
  to: number,
  kept = 0,
): Requests {
  let seen = 0;
  return change(
    requests,
    (row) => requests[column][row] === from && seen++ >= kept,
    (row) => (requests[column][row] = to),
  );
}

/** Lambda's cold starts with so large a share in each window. */
function coldShares(shares: readonly number[]): Requests {
  const campaign = goodCampaign(1, { scale: 6 });
  let seen = 0;
  return change(
    campaign,
    (row) => campaign.coldStart[row] !== 255,
    (row) => {
      // Spread evenly, so that the share in each window is the one asked for.
      const share = shares[campaign.timeWindow[row]];
      campaign.coldStart[row] = Number(Math.floor((seen + 1) * share) > Math.floor(seen++ * share));
    },
  );
}

export const noisySizes = (): Requests => {
  const campaign = goodCampaign(1);
  campaign.targetPayloadKb.fill(NaN);
  return change(
    campaign,
    (_, random) => random.uniform() < 0.5,
    (row) => (campaign.actualPayloadKb[row] += 0.002),
  );
};

export const threeSizes = (): Requests => {
  const campaign = goodCampaign(1);
  return change(
    campaign,
    (row) => campaign.targetPayloadKb[row] === 10,
    (row) => (campaign.targetPayloadKb[row] = 5),
  );
};

const label = Array.from({ length: 1000 }, (_, row) => row % 2);
const many = label.map((_, row) => row % 7);
const mostly = (zeros: number): number[] => label.map((_, row) => Number(row >= zeros));

const heavyEcsLost = (share: number): Requests =>
  goodCampaign(1, {
    keep: ({ workload, platform }, random) =>
      !(workload === 3 && platform === 0 && random.uniform() < share),
  });
const largeEcsLost = (share: number): Requests =>
  goodCampaign(1, {
    scale: 2,
    keep: ({ size, platform }, random) =>
      !(size === 3 && platform === 0 && random.uniform() < share),
  });
/** ECS keeps so large a share of its answers in one cell. */
export const oneCell = (share: number): Requests =>
  goodCampaign(1, {
    scale: 4,
    keep: ({ workload, window, size, pattern, platform }, random) =>
      !(workload === 0 && window === 0 && size === 3 && pattern === 1 && platform === 0) ||
      random.uniform() < share,
  });
export const cutAt = (ms: number): Requests => {
  const campaign = goodCampaign(1, { scale: 2 });
  return selectRows(
    campaign,
    [...campaign.responseTimeMs.keys()].filter((row) => campaign.responseTimeMs[row] <= ms),
  );
};
/** The same, with the requests that were given up in the logs. */
const givenUpAt = (ms: number): Requests => {
  const campaign = goodCampaign(1, { scale: 2 });
  return change(
    campaign,
    (row) => campaign.responseTimeMs[row] > ms,
    (row) => {
      campaign.responseTimeMs[row] = ms;
      campaign.httpStatus[row] = 0;
      campaign.executionTimeMs[row] = NaN;
    },
  );
};
export const failing = (every: number): Requests => {
  const campaign = goodCampaign(1);
  return change(
    campaign,
    (row) => row % every === 0,
    (row) => {
      campaign.httpStatus[row] = 500;
      campaign.executionTimeMs[row] = NaN;
    },
  );
};

/** A short campaign by a plan, one cell of which lost so large a share of its requests. */
export function losing(
  share: number,
): [requests: Requests, options: { plan: ReturnType<typeof parsePlan> }] {
  const even = (requestsPerSecond: number): string =>
    `{arrivals: even, phases: [{minutes: 20, requestsPerSecond: ${requestsPerSecond}}]}`;
  const plan = parsePlan(
    `extends: variance\npatterns: {low_load: ${even(5)}, medium_load: ${even(6)}, ` +
      `burst_load: ${even(5)}, ramp_load: ${even(5)}}\n`,
    "short.yml",
  );
  const { requests } = simulate(plan, { seed: 1 });
  const kept = [...requests.platform.keys()].filter(
    (row) =>
      !(
        requests.workload[row] === 1 &&
        requests.platform[row] === 1 &&
        requests.targetPayloadKb[row] === 200 &&
        (row * 0.618) % 1 < share
      ),
  );
  return [selectRows(requests, kept), { plan }];
}

export const DESIGN_FAULTS: readonly PlantedFault[] = [
  {
    check: "payload-sizes",
    fault: "a workload of three sizes",
    found: () => checkRequests("payload-sizes", threeSizes()),
    tooSmall: "four sizes measured with noise",
    notCalled: () => checkRequests("payload-sizes", noisySizes()),
  },
  {
    check: "time-windows",
    fault: "a window that was left out",
    found: () => checkRequests("time-windows", merge(goodCampaign(1), "timeWindow", 4, 0)),
    tooSmall: "a window with just enough requests",
    notCalled: () => checkRequests("time-windows", merge(goodCampaign(1), "timeWindow", 4, 0, 30)),
  },
  {
    check: "load-patterns",
    fault: "two patterns that were left out",
    found: () =>
      checkRequests(
        "load-patterns",
        merge(merge(goodCampaign(1), "loadPattern", 3, 0), "loadPattern", 2, 0),
      ),
    tooSmall: "two patterns with just enough requests",
    notCalled: () =>
      checkRequests(
        "load-patterns",
        merge(merge(goodCampaign(1), "loadPattern", 3, 0, 30), "loadPattern", 2, 0, 30),
      ),
  },
  {
    check: "cold-starts",
    fault: "one request in a hundred cold",
    found: () => checkRequests("cold-starts", coldShares([0.01, 0.01, 0.01, 0.01, 0.01])),
    tooSmall: "hardly more than the least share wanted",
    notCalled: () => checkRequests("cold-starts", coldShares([0.06, 0.05, 0.05, 0.05, 0.05])),
  },
  {
    check: "cold-starts-differ",
    fault: "every window equally cold",
    found: () => checkRequests("cold-starts-differ", coldShares([0.02, 0.02, 0.02, 0.02, 0.02])),
    tooSmall: "windows just far enough apart",
    notCalled: () => checkRequests("cold-starts-differ", coldShares([0.1, 0.05, 0.06, 0.05, 0.06])),
  },
  {
    check: "feature-variance",
    fault: "a constant feature and one that is the same in 995 of 1,000 rows",
    found: () =>
      checkTable(
        "feature-variance",
        tableOf({ many, constant: label.map(() => 4), rare: mostly(995), more: many }, label),
      ),
    evidence: /constant.*rare/,
    tooSmall: "a feature that is the same in 985 of 1,000 rows",
    notCalled: () => checkTable("feature-variance", tableOf({ many, varies: mostly(985) }, label)),
  },
  {
    check: "planned-counts",
    fault: "cells that lost four fifths of their requests",
    found: () => checkRequests("planned-counts", ...losing(0.8)),
    verdict: "warn",
    evidence: /thumbnail_processing/,
    tooSmall: "cells that lost a twentieth",
    notCalled: () => checkRequests("planned-counts", ...losing(0.05)),
  },
  {
    check: "balance",
    fault: "a platform that lost most of its answers to one workload",
    found: () => checkRequests("balance", heavyEcsLost(0.85)),
    evidence: /heavy_processing, platform: [\d,]+ answered requests of ecs against/,
    tooSmall: "one that lost a tenth",
    notCalled: () => checkRequests("balance", heavyEcsLost(0.1)),
  },
  {
    check: "aliased-factors",
    fault: "one pattern a window",
    found: () =>
      checkRequests(
        "aliased-factors",
        goodCampaign(1, { keep: ({ window, pattern }) => window % 4 === pattern }),
      ),
    evidence: /window tells pattern/,
    tooSmall: "four combinations of twenty missing",
    notCalled: () =>
      checkRequests(
        "aliased-factors",
        goodCampaign(1, { keep: ({ window, pattern }) => window !== pattern }),
      ),
  },
  {
    check: "one-platform-cells",
    fault: "a cell that one platform never answered",
    found: () => checkRequests("one-platform-cells", oneCell(0)),
    verdict: "warn",
    evidence: /1 of 320 context cells were answered by one platform only/,
    tooSmall: "a cell that one platform answered seldom",
    notCalled: () => checkRequests("one-platform-cells", oneCell(0.2)),
  },
  {
    check: "missing-at-random",
    fault: "four fifths of ECS's answers at the largest size missing",
    found: () => checkRequests("missing-at-random", largeEcsLost(0.8)),
    evidence: /Lambda's share of the answers of \w+ goes from/,
    tooSmall: "a twelfth of them missing",
    notCalled: () => checkRequests("missing-at-random", largeEcsLost(0.08)),
  },
  {
    check: "duration-ceiling",
    fault: "responses cut off at 4 s",
    found: () => checkRequests("duration-ceiling", cutAt(4000)),
    tooSmall: "a cut at 20 s, which hardly any response reaches",
    notCalled: () => checkRequests("duration-ceiling", cutAt(20_000)),
  },
  {
    check: "duration-ceiling",
    fault: "responses cut off at 3 s",
    found: () => checkRequests("duration-ceiling", cutAt(3000)),
    tooSmall: "the same, given up at 3 s and logged as failures",
    notCalled: () => checkRequests("duration-ceiling", givenUpAt(3000)),
  },
  {
    check: "unanswered",
    fault: "3 % of the requests failed",
    found: () => checkRequests("unanswered", failing(30)),
    tooSmall: "three requests failed",
    notCalled: () => checkRequests("unanswered", failing(2500)),
  },
];
