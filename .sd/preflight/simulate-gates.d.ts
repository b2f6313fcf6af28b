import { type CampaignPlan, type GateResult } from "../campaign/index.js";
import type { FeatureSet } from "../features/index.js";
import { type LabelOptions, type LabelScheme } from "../labels/index.js";
import { type SimulatedCampaign } from "../platforms/index.js";
import { type TrainedCampaign } from "./trained-gates.js";
/** How simulated requests are judged. */
export interface GateOptions {
    /** The labels that are looked at: the author's `request-vs-median` unless said. */
    labels?: Partial<LabelOptions> & {
        scheme: LabelScheme;
    };
    /** What a model may know: the usual features of such requests unless said. */
    features?: readonly FeatureSet[];
    /** False leaves out the gates that a model must be trained for. */
    trained?: boolean;
}
/** How a plan's own simulation is labelled, unless said otherwise. */
export declare function planLabels(plan: CampaignPlan): NonNullable<GateOptions["labels"]>;
/** One simulation's gates before training, and what they rest on. */
export interface SimulatedGates {
    gates: GateResult[];
    /** Share of Lambda labels in each workload. */
    lambdaShare: Record<string, number>;
    /** Share of cold starts among the answered Lambda requests of each window. */
    coldShare: Record<string, number>;
    /**
     * Accuracy of the best lookup of one feature, and which; null where nothing could be labelled.
     */
    floor: {
        feature: string;
        accuracy: number;
    } | null;
    /**
     * Accuracies on held-out rows of the best model and of lookups of what is planned; null where
     * nothing was trained.
     */
    trained: ({
        accuracy: number;
    } & TrainedCampaign["lookups"]) | null;
    /**
     * The input whose shuffling costs the model most (the best lookup, where none was trained); null
     * where nothing could be labelled.
     */
    topInput: string | null;
    requests: number;
    answered: number;
}
/** Simulates a plan once and judges its requests. */
export declare function simulateGates(plan: CampaignPlan, seed: string, options?: GateOptions): Promise<SimulatedGates>;
/** The gates of a campaign that is simulated already. */
export declare function judgeCampaign({ requests, totals }: SimulatedCampaign, seed: string, { labels: labelling, features: featureSets, trained }?: GateOptions): Promise<SimulatedGates>;
