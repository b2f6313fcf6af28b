import { type Check } from "../check.js";
/**
 * Rows missing not at random. However scenarios were weighted, each request's is drawn without a
 * look at size, run or load: so the share of a workload's answers that are Lambda's must be the
 * same at every size, in every run and under every load, and a workload's share of all answers the
 * same in every run. Where it is not, some were lost there.
 */
export declare const missingAtRandom: Check;
