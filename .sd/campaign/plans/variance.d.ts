import type { CampaignPlan, PatternPlan } from "../plan.js";
import type { LoadPattern } from "../vocabulary.js";
/** The load patterns of DOMAIN, as Artillery sends them. */
export declare const AUTHOR_PATTERNS: Readonly<Record<LoadPattern, PatternPlan>>;
/**
 * The author's redesigned campaign (DOMAIN) with the sizes that could be sent. His first draft
 * asked for bodies of up to 10 MiB, which Lambda refuses.
 */
export declare const VARIANCE_PLAN: CampaignPlan;
