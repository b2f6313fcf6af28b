import type { CampaignPlan, PlanDesign } from "../../campaign/index.js";
import { type ClockQuantiles, type PlannedAndLogged, type Provenance } from "../../requests/index.js";
/** What a plan asks for of each workload. */
export declare function showPlan(plan: CampaignPlan): void;
/** When each load pattern runs, and how far its requests fill the client's uplink. */
export declare function showRuns({ runs, expectedRequests, hours }: PlanDesign): void;
/** Which pairs of factors the design can tell apart, and what it asks for that cannot be had. */
export declare function showDesign({ pairs, impossible }: PlanDesign): void;
/** The AWS bill of a plan, line by line. */
export declare function showBill({ bill }: PlanDesign): void;
/** Planned beside logged: the emptiest cells, the sum in words, and a map for each platform. */
export declare function showPlannedAndLogged(compared: readonly PlannedAndLogged[]): Promise<void>;
/**
 * The logged share by workload and size on both platforms, and where they differ most. `of` is the
 * provenance of the requests where they are not those of the run.
 */
export declare function showLosses(compared: readonly PlannedAndLogged[], of?: Provenance): Promise<void>;
/** Both clocks by workload and platform; `of` as in `showLosses`. */
export declare function showClocks(clocks: readonly ClockQuantiles[], of?: Provenance): void;
