/**
 * What a ms of waiting is worth where nothing else is said, in USD: what AWS charges for a ms of a
 * function of 1 GB. A caller that is itself such a function pays exactly this while it waits. A
 * person's time is worth far more (36 USD an hour are 1e-5 USD a ms, 600 times as much), a nightly
 * batch's nothing.
 */
export declare const DEFAULT_USD_PER_MS: number;
