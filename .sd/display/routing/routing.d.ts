import { type BreakEvenCurve, type CampaignParts, type PolicyComparison } from "../../routing/index.js";
/** Which requests policies are judged on, in words. */
export declare function readParts({ test, testShare, failed, unattributed }: CampaignParts): string;
/** How policies are judged, and which requests could not be, in words. */
export declare function readMethod({ method, rows, blocks, refused }: PolicyComparison): string;
/** What each policy saves: a table, and a picture each of time and of cost. */
export declare function showSavings(comparison: PolicyComparison): Promise<void>;
/** Where ECS becomes the cheaper platform: a table, and a picture for each workload. */
export declare function showBreakEven(curves: readonly BreakEvenCurve[], caption: string): Promise<void>;
