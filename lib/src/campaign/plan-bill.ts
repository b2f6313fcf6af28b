import type { CampaignPlan, LambdaPlan, WorkloadPlan } from "./plan.js";
import { PlanError } from "./plan-error.js";
import { lambdaCostUsd, PRICE_TABLES, taskUsdPerHour, type PriceTable } from "./prices.js";
import { scheduleRuns } from "./plan-schedule.js";

/** One line of the expected bill. */
export interface BillLine {
  service: string;
  quantity: string;
  costUsd: number;
}

export interface Bill {
  prices: PriceTable;
  lines: BillLine[];
  totalUsd: number;
}

/** The table that a plan names. Throws a PlanError where none is called so. */
export function planPrices({ name, prices }: Pick<CampaignPlan, "name" | "prices">): PriceTable {
  const table = PRICE_TABLES.find((one) => one.name === prices);
  if (table) return table;
  const names = PRICE_TABLES.map((one) => one.name).join(", ");
  throw new PlanError(name, "prices", prices, `one of ${names}`);
}

/**
 * What running a plan on AWS is expected to cost, at the plan's own prices unless given: Lambda for
 * the mean execution time of warm requests, Fargate tasks and one load balancer for the hours in
 * which runs are on (tasks at their smallest number, a minute at least each run), as if they were
 * started and stopped with each run. Requests that Lambda refuses cost nothing; data transfer into
 * AWS is free; answers are small.
 */
export function planBill(
  plan: CampaignPlan,
  lambdaRequests: readonly number[],
  prices: PriceTable = planPrices(plan),
): Bill {
  const hours =
    scheduleRuns(plan).reduce((sum, run) => sum + Math.max(run.durationMs, 60_000), 0) / 3_600_000;
  const lines: BillLine[] = plan.workloads.map((workload, w) => ({
    service: `Lambda ${workload.workload}`,
    quantity:
      `${Math.round(lambdaRequests[w])} requests of ` +
      `${Math.round(meanExecutionMs(workload, plan.lambda))} ms at ${workload.lambdaMemoryMb} ` +
      "MB",
    costUsd:
      lambdaRequests[w] *
      lambdaCostUsd(meanExecutionMs(workload, plan.lambda), workload.lambdaMemoryMb, prices),
  }));
  for (const { workload, ecsTask } of plan.workloads) {
    lines.push({
      service: `Fargate ${workload}`,
      quantity:
        `${plan.ecs.tasks} x ${hours.toFixed(1)} h of ${ecsTask.vcpu} vCPU and ` +
        `${ecsTask.memoryGb} GB`,
      costUsd: plan.ecs.tasks * hours * taskUsdPerHour(ecsTask, prices),
    });
  }
  lines.push({
    service: "Application load balancer",
    quantity: `${hours.toFixed(1)} h`,
    costUsd: hours * prices.loadBalancerUsdPerHour,
  });
  return { prices, lines, totalUsd: lines.reduce((sum, line) => sum + line.costUsd, 0) };
}

/** Mean time in the handler of a warm request on Lambda, noise and stragglers included. */
function meanExecutionMs(
  { demand, payloadKb, lambdaMemoryMb }: WorkloadPlan,
  { fullVcpuMemoryMb }: LambdaPlan,
): number {
  const meanMb = payloadKb.reduce((sum, kb) => sum + kb, 0) / payloadKb.length / 1024;
  const stragglers =
    1 + demand.stragglerShare * ((demand.stragglerFactor[0] + demand.stragglerFactor[1]) / 2 - 1);
  const cpuMs =
    (demand.cpuMs + demand.cpuMsPerMb * meanMb) * Math.exp(demand.noiseLnSd ** 2 / 2) * stragglers;
  return (
    (demand.waitMs[0] + demand.waitMs[1]) / 2 +
    cpuMs / Math.min(1, lambdaMemoryMb / fullVcpuMemoryMb)
  );
}
