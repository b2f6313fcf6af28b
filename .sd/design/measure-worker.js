import { serveJobs } from "../preflight/index.js";
import { measurePlan } from "./measure.js";
serveJobs(({ plan, seed, fidelity }) => measurePlan(plan, seed, fidelity));
//# sourceMappingURL=measure-worker.js.map