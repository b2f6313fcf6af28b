import { type ArtilleryPhase } from "./artillery-phases.js";
import type { CampaignPlan } from "./plan.js";
export interface ArtilleryScenario {
    name: string;
    weight: number;
    onError: string[];
    flow: Record<string, unknown>[];
}
/** An Artillery script as an object; written as YAML it is a file `artillery run` takes. */
export interface ArtilleryScript {
    config: {
        target: string;
        processor: string;
        http: {
            timeout: number;
        };
        variables: Record<string, string>;
        phases: ArtilleryPhase[];
    };
    scenarios: ArtilleryScenario[];
}
/**
 * The Artillery script of one pattern of a plan. Artillery itself sends evenly; Poisson and gamma
 * arrivals start all their virtual users at once and let `waitForTurn` of the processor hold each
 * until it is due. What the processor must know of a request stands in its URL:
 * `/<platform>/<workload>?kb=<sizes>`.
 *
 * With `workers` machines that run the same script, each sends its share. Throws for an irregular
 * pattern of more than one phase, which the processor cannot time, and for sharing gamma arrivals:
 * several such streams make another process.
 */
export declare function artilleryScript(plan: CampaignPlan, pattern: string, workers?: number): ArtilleryScript;
/** The files of `artillery-tests/` that are generated from the shipped plans, as name and text. */
export declare function artilleryFiles(): {
    file: string;
    text: string;
}[];
/** Writes those files into a folder. */
export declare function writeArtilleryScripts(folder: string): void;
