import { type Requests, type RequestLog } from "../requests/index.js";
import type { Study } from "./study.js";
/**
 * The logs of a run: the user's, or those of a shipped plan, simulated with the run's seed and
 * written under `logs/<plan>` first, so that simulated requests take the very path that real ones
 * take. Throws where the logs are not those that the run began with.
 */
export declare function loadCampaign(study: Study, plan?: string, onProgress?: (shareDone: number) => void): Promise<RequestLog>;
/** A campaign of a run, under the title it is shown by. */
export interface NamedCampaign {
    title: string;
    log: RequestLog;
}
/**
 * The campaigns that notebook 01 audits: the user's logs; or, when none were named, both of the
 * author's, simulated. The last one is the one the later notebooks go on with.
 */
export declare function loadCampaigns(study: Study, onProgress?: (shareDone: number) => void): Promise<NamedCampaign[]>;
/**
 * Where the logs lie that notebook 01 read, for whoever reads more of them than `requests.arrow`
 * holds. Throws where they have changed since (on this machine; objects in S3 are taken to stay).
 */
export declare function campaignLocation(study: Study, plan?: string): string;
/** Saves the campaign for the later notebooks. */
export declare function saveRequests(study: Study, requests: Requests): void;
/** Saves the lines that could not become requests, of all campaigns, as `quarantine.jsonl`. */
export declare function saveQuarantine(study: Study, campaigns: readonly NamedCampaign[]): Promise<void>;
/** The campaign as notebook 01 saved it. */
export declare function loadRequests(study: Study): Requests;
