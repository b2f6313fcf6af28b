import { availableParallelism } from "node:os";
import { WORKLOADS, type CampaignPlan } from "../campaign/index.js";
import { createRandom, InputError } from "../statistics/index.js";
import { LocalEcsService } from "./ecs-service.js";
import { openEndpoint } from "./endpoint.js";
import { LambdaFunction } from "./lambda-function.js";

export interface LocalPlatformsOptions {
  /** Of the keep-alive law. */
  seed: number | string;
  /**
   * The plan's clock runs this many times as fast as the wall clock: keep-alive is so much shorter.
   * 1 unless given.
   */
  clockSpeed?: number;
}

/** Both platforms of a plan on this machine. */
export interface LocalPlatforms {
  /** Base URLs: `POST <base>/<workload>`. */
  lambdaUrl: string;
  ecsUrl: string;
  /** Environments of one function at a time: the plan's limit, or what this machine can carry. */
  concurrencyLimit: number;
  /**
   * Lets so many seconds of the plan's clock pass by at once: idle environments whose keep-alive is
   * over then are ended.
   */
  skip(seconds: number): void;
  /** Ends every process; resolves when all are gone. */
  close(): Promise<void>;
}

const isWorkload = (name: string): boolean => (WORKLOADS as readonly string[]).includes(name);

/**
 * Starting processes compete with handlers for the CPU: more at a time than this for each CPU would
 * measure the machine.
 */
const ENVIRONMENTS_PER_CPU = 4;
/** A balancer of AWS takes larger bodies; this one keeps them in memory. */
const ECS_BODY_LIMIT_BYTES = 100 * 2 ** 20;

/**
 * Starts a Lambda-like and an ECS-like platform for a plan's workloads on 127.0.0.1, with a process
 * for every environment and every task. Handlers do real work (`loadHandler`), whatever demand the
 * plan states. Memory is the share of a CPU a function gets, and no limit of what it may use; ECS
 * services have the plan's smallest number of tasks, without scaling.
 */
export async function startLocalPlatforms(
  plan: CampaignPlan,
  { seed, clockSpeed = 1 }: LocalPlatformsOptions,
): Promise<LocalPlatforms> {
  const { lambda, ecs } = plan;
  const stranger = plan.workloads.find(({ workload }) => !isWorkload(workload));
  if (stranger)
    throw new InputError(
      `this machine has no handler for ${stranger.workload}, only for ${WORKLOADS.join(", ")}: ` +
        "collect from your own with --target aws",
    );
  const random = createRandom(seed).fork("local keep-alive");
  const concurrencyLimit = Math.min(
    lambda.concurrencyLimit,
    ENVIRONMENTS_PER_CPU * availableParallelism(),
  );
  const functions = new Map<string, LambdaFunction>();
  const services = new Map<string, LocalEcsService>();
  for (const { workload, lambdaMemoryMb, ecsTask, weight } of plan.workloads) {
    const common = { workload, concurrencyLimit, keepAlive: lambda.keepAlive, clockSpeed };
    if (plan.duet || weight.lambda > 0)
      functions.set(
        workload,
        new LambdaFunction({ ...common, memoryMb: lambdaMemoryMb, random: random.fork(workload) }),
      );
    if (plan.duet || weight.ecs > 0)
      services.set(workload, new LocalEcsService({ workload, taskSize: ecsTask, ...ecs }));
  }
  const missing = { status: 404, fields: { error: "the plan sends no such workload here" } };
  const parts = [...functions.values(), ...services.values()];
  try {
    await Promise.all([...services.values()].map((service) => service.start()));
  } catch (error) {
    await Promise.all(parts.map((part) => part.close()));
    throw error;
  }
  const endpoints = await Promise.all([
    openEndpoint("lambda", {
      bodyLimitBytes: lambda.payloadLimitBytes,
      answer: async (workload, body) => functions.get(workload)?.invoke(body) ?? missing,
    }),
    openEndpoint("ecs", {
      bodyLimitBytes: ECS_BODY_LIMIT_BYTES,
      answer: async (workload, body) => services.get(workload)?.serve(body) ?? missing,
    }),
  ]);
  return {
    lambdaUrl: endpoints[0].url,
    ecsUrl: endpoints[1].url,
    concurrencyLimit,
    skip: (seconds) =>
      functions.forEach((lambdaFunction) => lambdaFunction.skip((seconds * 1000) / clockSpeed)),
    close: async () => {
      await Promise.all([...endpoints, ...parts].map((part) => part.close()));
    },
  };
}
