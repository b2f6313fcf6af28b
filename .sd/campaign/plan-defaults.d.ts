import type { ClientPlan, EcsPlan, LambdaPlan, ScalingPlan, ServiceDemand } from "./plan.js";
import type { Workload } from "./vocabulary.js";
export declare const DEFAULT_CLIENT: ClientPlan;
export declare const DEFAULT_LAMBDA: LambdaPlan;
export declare const DEFAULT_ECS: EcsPlan;
/**
 * CALIBRATION, scaling and start-up: 53-62 s to start and 10 s health checks; reacts after 3 min,
 * scales in after 15.
 */
export declare const DEFAULT_SCALING: ScalingPlan;
/**
 * The author's handlers: they sleep for a uniform time that the body does not change (fitted: p1
 * and p99 on Lambda).
 */
export declare const SLEEPING_HANDLERS: Readonly<Record<Workload, ServiceDemand>>;
