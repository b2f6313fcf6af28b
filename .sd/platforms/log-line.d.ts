import { type CampaignPlan } from "../campaign/index.js";
import type { SimulatedRun } from "./simulated-run.js";
/**
 * A request as one line of a log, in the format of the author's campaigns, marked `simulated` and
 * with what the other platform would have made of it in `counterfactual`; a half of a pair names its
 * pair instead. `timestamp` is when the
 * request was sent. Failures are rows like any other: `http_status` 0 where the client gave up, and
 * no execution time.
 *
 * Written by hand: JSON.stringify of an object a row takes four times as long, and every value is a
 * number or a word of the vocabulary.
 */
export declare function logLine(plan: CampaignPlan, run: SimulatedRun, logRow: number): string;
