import { type GateResult } from "../campaign/index.js";
import type { Requests } from "../requests/index.js";
import type { Labels } from "./labels.js";
/**
 * The gates on a labelling: how one-sided its most one-sided workload is, and how much the label
 * varies within it.
 */
export declare function labelGates(requests: Requests, labels: Labels): GateResult[];
