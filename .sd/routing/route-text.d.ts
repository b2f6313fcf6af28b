import type { Route } from "./route.js";
/**
 * A route as lines of text: the answer, then (indented) the reason, the expected difference and the
 * notes.
 */
export declare function routeText({ platform, probability, threshold, reason, expectedDifference, notes, simulated, }: Route): string;
