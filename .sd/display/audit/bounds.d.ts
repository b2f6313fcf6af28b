import type { AuditedCampaign } from "./campaigns.js";
/** Floor and ceiling of each campaign: as a table, as bars from one to the other, and in words. */
export declare function showCampaignBounds(results: readonly AuditedCampaign[]): Promise<void>;
