let shownIsSimulated = false;
/**
 * Says whether what is shown from now on is simulated. Opening a run does it once, so that no table
 * or picture of a simulated campaign can be shown without the word because somebody forgot to pass
 * it along.
 */
export function markSimulated(simulated) {
    shownIsSimulated = simulated;
}
/** What `markSimulated` said last; false before. */
export function isMarkedSimulated() {
    return shownIsSimulated;
}
//# sourceMappingURL=provenance.js.map