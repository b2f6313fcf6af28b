import { checkPlan, PlanError, type CampaignPlan, type Verdict } from "../campaign/index.js";
import { expectedGate, runSeed, simulateGates, type PreflightOptions } from "./preflight.js";

/** One number of a plan, or of every workload of it. */
interface Parameter {
  name: string;
  scale(plan: CampaignPlan, factor: number): CampaignPlan;
}

const whole = (value: number): number => Math.max(1, Math.round(value));

/** What is halved and doubled: every default that is not a limit of AWS. */
const PARAMETERS: readonly Parameter[] = [
  { name: "rate of all runs", scale: (plan, f) => ({ ...plan, runs: plan.runs.map((run) => ({ ...run, rateFactor: (run.rateFactor ?? 1) * f })) }) },
  { name: "client.uplinkMbitPerSecond", scale: (plan, f) => ({ ...plan, client: { ...plan.client, uplinkMbitPerSecond: plan.client.uplinkMbitPerSecond * f } }) },
  { name: "client.roundTripMs", scale: (plan, f) => ({ ...plan, client: { ...plan.client, roundTripMs: plan.client.roundTripMs * f } }) },
  { name: "client.timeoutMs", scale: (plan, f) => ({ ...plan, client: { ...plan.client, timeoutMs: plan.client.timeoutMs * f } }) },
  { name: "client.maxQueueMs", scale: (plan, f) => ({ ...plan, client: { ...plan.client, maxQueueMs: plan.client.maxQueueMs * f } }) },
  {
    name: "lambda.initialisation (median)",
    scale: (plan, f) => ({ ...plan, lambda: { ...plan.lambda, initialisation: { ...plan.lambda.initialisation, lnMean: plan.lambda.initialisation.lnMean + Math.log(f) } } }),
  },
  { name: "lambda.firstRunFactor", scale: (plan, f) => ({ ...plan, lambda: { ...plan.lambda, firstRunFactor: Math.max(1, plan.lambda.firstRunFactor * f) } }) },
  {
    name: "lambda.keepAlive",
    scale: (plan, f) => {
      const law = plan.lambda.keepAlive;
      return { ...plan, lambda: { ...plan.lambda, keepAlive: law.law === "fixed" ? { ...law, seconds: law.seconds * f } : { ...law, periodSeconds: law.periodSeconds * f } } };
    },
  },
  { name: "ecs.concurrencyPerTask", scale: (plan, f) => ({ ...plan, ecs: { ...plan.ecs, concurrencyPerTask: whole(plan.ecs.concurrencyPerTask * f) } }) },
  { name: "ecs.tasks", scale: (plan, f) => ({ ...plan, ecs: { ...plan.ecs, tasks: whole(plan.ecs.tasks * f) } }) },
  { name: "ecs.bufferedKb", scale: (plan, f) => ({ ...plan, ecs: { ...plan.ecs, bufferedKb: plan.ecs.bufferedKb * f } }) },
  { name: "handlers' waits", scale: (plan, f) => scaleDemand(plan, f, 1, 1) },
  { name: "handlers' CPU time", scale: (plan, f) => scaleDemand(plan, 1, f, 1) },
  { name: "handlers' noise", scale: (plan, f) => scaleDemand(plan, 1, 1, f) },
  { name: "Lambda memory", scale: (plan, f) => ({ ...plan, workloads: plan.workloads.map((w) => ({ ...w, lambdaMemoryMb: Math.min(10_240, Math.max(128, w.lambdaMemoryMb * f)) })) }) },
];

function scaleDemand(plan: CampaignPlan, wait: number, cpu: number, noise: number): CampaignPlan {
  const workloads = plan.workloads.map((w) => ({
    ...w,
    demand: {
      ...w.demand, waitMs: [w.demand.waitMs[0] * wait, w.demand.waitMs[1] * wait] as [number, number],
      cpuMs: w.demand.cpuMs * cpu, cpuMsPerMb: w.demand.cpuMsPerMb * cpu, noiseLnSd: w.demand.noiseLnSd * noise,
    },
  }));
  return { ...plan, workloads };
}

/** What one change does to the gates. */
export interface PlanChange {
  parameter: string;
  factor: number;
  /** Gates whose verdict it changes, from and to. */
  flips: { gate: string; from: Verdict; to: Verdict }[];
  /** Gates it newly meets, less those it newly misses. */
  gained: number;
}

/**
 * Halves and doubles each default of a plan, one at a time and with the same seeds, and says which gates flip: how much of
 * a pre-flight rests on which number, and which single change helps most (the first of the list with the highest `gained`).
 * Each verdict is that of `options.runs` simulations together, 3 unless said: a gate that is met in some of them only is
 * "warn", so that a flip is no accident of one seed. Changes that make no valid plan, or none that differs, are left out.
 */
export function planChanges(plan: CampaignPlan, options: PreflightOptions, factors: readonly number[] = [0.5, 2]): PlanChange[] {
  const before = expectedVerdicts(plan, options);
  const steps = PARAMETERS.flatMap((parameter) => factors.map((factor) => ({ parameter, factor })));
  const changes: PlanChange[] = [];
  steps.forEach(({ parameter, factor }, i) => {
    const changed = parameter.scale(plan, factor);
    if (isValid(changed) && JSON.stringify(changed) !== JSON.stringify(plan)) {
      const after = expectedVerdicts(changed, options);
      const flips = [...before].flatMap(([gate, from]) => (from === after.get(gate) ? [] : [{ gate, from, to: after.get(gate)! }]));
      const gained = flips.filter(({ to }) => to === "pass").length - flips.filter(({ from }) => from === "pass").length;
      changes.push({ parameter: parameter.name, factor, flips, gained });
    }
    options.onProgress?.((i + 1) / steps.length);
  });
  return changes;
}

function expectedVerdicts(plan: CampaignPlan, options: PreflightOptions): Map<string, Verdict> {
  const runs = Array.from({ length: options.runs ?? 3 }, (_, run) => simulateGates(plan, runSeed(options, run), options).gates);
  return new Map(runs[0].map((gate, g) => [gate.id, expectedGate(runs.map((gates) => gates[g])).verdict]));
}

function isValid(plan: CampaignPlan): boolean {
  try {
    checkPlan(plan, plan.name);
    return true;
  } catch (error) {
    if (error instanceof PlanError) return false;
    throw error;
  }
}
