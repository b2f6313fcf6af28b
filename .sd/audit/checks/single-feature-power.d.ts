import { type Check } from "../check.js";
/**
 * What each feature alone predicts, on held-out rows: a feature that takes nearly all errors away
 * is the label in disguise, or the whole problem is a lookup.
 */
export declare const singleFeaturePower: Check;
