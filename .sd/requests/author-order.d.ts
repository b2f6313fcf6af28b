import type { Requests } from "./requests.js";
/**
 * The order in which the author's variance script lists requests: by workload name, Lambda before
 * ECS, and within each as they were logged (folders by name, which is the order of ours).
 */
export declare function authorRowOrder({ rowCount, workload, workloadNames, platform, }: Requests): Uint32Array;
