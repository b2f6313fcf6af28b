import { type Check } from "../check.js";
/**
 * The same small work at different load: where its way to the platform and back (response minus
 * execution) takes longer under load on *both* platforms, what they share is the bottleneck: the
 * load generator, or its network.
 */
export declare const loadLatency: Check;
