import { ECS, LAMBDA } from "lib/campaign";
import type { Requests } from "lib/requests";
import { goodCampaign } from "../good-campaign.js";
import { change, checkRequests } from "../planted.js";
import type { PlantedFault } from "./planted-fault.js";

/** What happens to a platform's requests in minutes of more than 60 requests. */
function inBusyMinutes(
  campaign: Requests,
  platforms: readonly number[],
  to: (row: number) => void,
): Requests {
  const minute = (row: number): number => Math.floor(campaign.timestampMs[row] / 60_000);
  const requests = new Map<number, number>();
  for (let row = 0; row < campaign.rowCount; row++)
    requests.set(minute(row), (requests.get(minute(row)) ?? 0) + 1);
  return change(
    campaign,
    (row) => platforms.includes(campaign.platform[row]) && requests.get(minute(row))! > 60,
    to,
  );
}
const slowTransport = (platforms: readonly number[]): Requests => {
  const campaign = goodCampaign(1, { scale: 10 });
  return inBusyMinutes(campaign, platforms, (row) => (campaign.responseTimeMs[row] += 60));
};
export const slowExecution = (factor: number): Requests => {
  const campaign = goodCampaign(1, { scale: 10, contextEffect: 0 });
  return inBusyMinutes(campaign, [ECS], (row) => {
    if (campaign.workload[row] === 1) campaign.executionTimeMs[row] *= factor;
  });
};

const slowLambdaAnswers = (ms: number): Requests => {
  const campaign = goodCampaign(1, { scale: 10 });
  return change(
    campaign,
    (row) => campaign.platform[row] === LAMBDA,
    (row) => (campaign.responseTimeMs[row] += ms),
  );
};
const sizeEffect = (effect: number): Requests =>
  goodCampaign(1, { scale: 4, sizeEffect: effect, contextEffect: 0 });

/** Work, its speed under load, and the clocks it is measured by. */
export const SPEED_FAULTS: readonly PlantedFault[] = [
  {
    check: "load-latency",
    fault: "a bottleneck both platforms share",
    found: () => checkRequests("load-latency", slowTransport([ECS, LAMBDA])),
    tooSmall: "one platform's own",
    notCalled: () => checkRequests("load-latency", slowTransport([ECS])),
  },
  {
    check: "load-execution",
    fault: "a service three times slower in busy minutes",
    found: () => checkRequests("load-execution", slowExecution(3)),
    evidence: /for thumbnail_processing on ecs 2\.\d+ times .*; 1 of 8 groups change\.$/,
    tooSmall: "one a seventh slower",
    notCalled: () => checkRequests("load-execution", slowExecution(1.15)),
  },
  {
    check: "clocks-agree",
    fault: "three seconds outside Lambda's own clock",
    found: () => checkRequests("clocks-agree", slowLambdaAnswers(3000)),
    tooSmall: "five milliseconds",
    notCalled: () => checkRequests("clocks-agree", slowLambdaAnswers(5)),
  },
  {
    check: "payload-slope",
    fault: "work that does not depend on its payload",
    found: () => checkRequests("payload-slope", sizeEffect(0)),
    tooSmall: "work that depends on it a little",
    notCalled: () => checkRequests("payload-slope", sizeEffect(0.1)),
  },
];
