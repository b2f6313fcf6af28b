import type { FeatureTable } from "./table.js";
/** Features that are one variable under several names. */
export interface MutualGroup {
    name: string;
    features: string[];
}
/**
 * Puts features together that determine each other on these rows (a size, its square and its
 * logarithm): each group is one variable, named after its first feature. Constant columns form a
 * group of their own.
 */
export declare function mutualGroups(features: FeatureTable): MutualGroup[];
