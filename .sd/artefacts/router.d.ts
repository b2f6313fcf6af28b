import type { LabelledTable, ExtraColumns } from "../features/index.js";
import { type Split } from "../models/index.js";
import { type Requests } from "../requests/index.js";
import { type BuiltRouter, type RouterManifest } from "../routing/index.js";
import type { Study } from "./study.js";
/** What a run's router is made from. */
export interface StudyRouterTask {
    /** The campaign as notebook 01 saved it. */
    requests: Requests;
    /** The labelled table of notebook 03, with the request of each row. */
    table: LabelledTable & {
        extra: ExtraColumns;
    };
    split: Pick<Split, "train" | "test">;
    /**
     * P(Lambda optimal) above which a model sends a request to Lambda, by the model's title; .5 where
     * there is none.
     */
    thresholds?: Readonly<Record<string, number | null>>;
    /** Rules at most; 8 unless given. */
    maxRules?: number;
}
/**
 * Makes the router of a run from the best model of notebook 04 and saves it as `router/`, for
 * `study predict --model processed-data/<run>/router`. Throws with the notebook to run first where
 * something is missing.
 */
export declare function saveStudyRouter(study: Study, { requests, table, split, thresholds, maxRules }: StudyRouterTask): Promise<BuiltRouter & {
    title: string;
    manifest: RouterManifest;
}>;
