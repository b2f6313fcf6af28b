import { type GateSensitivity, type PlanChange, type Preflight } from "../preflight/index.js";
/** A pre-flight as text: gates with their ranges, what they rest on, the bill. */
export declare function preflightText({ plan, runs, gates, lambdaShare, coldShare, floor, topInput, requests, answered, bill, }: Preflight, seed: number): string;
/**
 * Single changes of a plan: which helps most, and for each gate that is not surely met what would
 * meet it.
 */
export declare function changesText({ gates }: Preflight, changes: readonly PlanChange[], runs: number): string;
/** Which gates flip when a default of the simulator is halved or doubled. */
export declare function sensitivityText({ runs, verdicts, changes, unused }: GateSensitivity): string;
