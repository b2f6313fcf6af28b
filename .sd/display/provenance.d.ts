/**
 * Says whether what is shown from now on is simulated. Opening a run does it once, so that no table
 * or picture of a simulated campaign can be shown without the word because somebody forgot to pass
 * it along.
 */
export declare function markSimulated(simulated: boolean): void;
/** What `markSimulated` said last; false before. */
export declare function isMarkedSimulated(): boolean;
