import type { Platform } from "../campaign/index.js";
import { type Driver } from "./drivers.js";
import type { KnownValues } from "./known-contexts.js";
import type { RouterKnowledge } from "./router.js";
/** Why a request is sent where it is sent. */
export interface Reason {
    /** In plain words: the rule that fired, and what moved the model. */
    text: string;
    /**
     * The rule of the list that fires, from 1, in words, what it answers, and whether that is the
     * model's answer.
     */
    rule: {
        number: number;
        of: number;
        condition: string;
        platform: Platform;
        agrees: boolean;
    };
    /**
     * Shapley values over what the router was told, largest first; null where the campaign held
     * nothing comparable.
     */
    drivers: Driver[] | null;
}
/** The reason for an answer; `closest` are the values with the campaign's nearest size. */
export declare function reasonFor({ rules: { rules }, contexts }: RouterKnowledge, values: KnownValues, closest: KnownValues, platform: Platform): Reason;
