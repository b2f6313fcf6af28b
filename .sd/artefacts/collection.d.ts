import { type CampaignPlan } from "../campaign/index.js";
import { type Collection, type CollectionProgress } from "../collect/index.js";
import { type Requests } from "../requests/index.js";
import type { Study } from "./study.js";
/** A campaign that was collected here: what was asked for, how it went, what came back. */
export interface CollectedCampaign {
    plan: CampaignPlan;
    collection: Collection;
    requests: Requests;
}
/**
 * Sends the demonstration plan's requests, by real Artillery, to both platforms on this machine
 * (127.0.0.1), about a minute; the rows stand in `collected/` of the run. Its times are this
 * machine's, and differ from run to run.
 */
export declare function collectDemonstration(study: Study, onProgress?: (progress: CollectionProgress) => void): Promise<CollectedCampaign>;
