let simulated = false;
/**
 * Says whether the campaign that this process works on is simulated. Whoever opens a run or reads
 * its requests says it once, so that no table or picture of a simulated campaign can be shown
 * without the word because somebody forgot to pass it along. What is shown of other requests
 * carries their own provenance.
 */
export function markSimulated(campaignIsSimulated) {
    simulated = campaignIsSimulated;
}
/** What `markSimulated` said last; false before. */
export function isMarkedSimulated() {
    return simulated;
}
//# sourceMappingURL=shown-provenance.js.map