import { availableParallelism } from "node:os";
import { createRandom } from "../statistics/index.js";
import { LocalEcsService } from "./ecs-service.js";
import { openEndpoint } from "./endpoint.js";
import { LambdaFunction } from "./lambda-function.js";
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
export async function startLocalPlatforms(plan, { seed, clockSpeed = 1 }) {
    const { lambda, ecs } = plan;
    const random = createRandom(seed).fork("local keep-alive");
    const concurrencyLimit = Math.min(lambda.concurrencyLimit, ENVIRONMENTS_PER_CPU * availableParallelism());
    const functions = new Map();
    const services = new Map();
    for (const { workload, lambdaMemoryMb, ecsTask, weight } of plan.workloads) {
        const common = { workload, concurrencyLimit, keepAlive: lambda.keepAlive, clockSpeed };
        if (weight.lambda > 0)
            functions.set(workload, new LambdaFunction({ ...common, memoryMb: lambdaMemoryMb, random: random.fork(workload) }));
        if (weight.ecs > 0)
            services.set(workload, new LocalEcsService({ workload, taskSize: ecsTask, ...ecs }));
    }
    const missing = { status: 404, fields: { error: "the plan sends no such workload here" } };
    const parts = [...functions.values(), ...services.values()];
    try {
        await Promise.all([...services.values()].map((service) => service.start()));
    }
    catch (error) {
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
        skip: (seconds) => functions.forEach((lambdaFunction) => lambdaFunction.skip((seconds * 1000) / clockSpeed)),
        close: async () => {
            await Promise.all([...endpoints, ...parts].map((part) => part.close()));
        },
    };
}
//# sourceMappingURL=start.js.map