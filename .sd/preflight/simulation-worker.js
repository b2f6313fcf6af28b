import { simulateGates } from "./simulate-gates.js";
import { serveJobs } from "./worker-pool.js";
serveJobs(({ plan, seed, options }) => simulateGates(plan, seed, options));
//# sourceMappingURL=simulation-worker.js.map