import { type Check } from "../check.js";
/** Planned against logged counts, cell by cell of workload, size, window, pattern and platform. */
export declare const plannedCounts: Check;
