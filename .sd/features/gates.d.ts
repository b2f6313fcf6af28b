import { type GateResult } from "../campaign/index.js";
import type { FeatureTable } from "./table.js";
/**
 * The gate on forbidden features: columns of the table whose names say that a router cannot know
 * them beforehand.
 */
export declare function forbiddenFeaturesGate({ names }: FeatureTable): GateResult;
