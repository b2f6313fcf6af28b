import { NO_PLATFORM } from "../campaign/index.js";
import { isAnswered } from "../requests/index.js";
import { labelRequests } from "./label-requests.js";
import { UNLABELLED, } from "./labels.js";
/**
 * Labels a campaign with failed requests taking part and with them dropped, as the author did, and
 * counts what changes.
 */
export function failureEffect(requests, given) {
    const treatment = labelRequests(requests, given).options.failures;
    const [slowest, dropped] = ["slowest", "dropped"].map((failures) => labelRequests(requests, { ...given, failures }).balancedOptimal);
    const effect = {
        failed: 0,
        withoutPlatform: 0,
        compared: 0,
        changed: 0,
        labelledOnlyIfTheyTakePart: 0,
    };
    for (let row = 0; row < requests.rowCount; row++) {
        if (!isAnswered(requests, row)) {
            effect.failed++;
            if (requests.platform[row] === NO_PLATFORM)
                effect.withoutPlatform++;
        }
        if (dropped[row] !== UNLABELLED && slowest[row] !== UNLABELLED) {
            effect.compared++;
            if (dropped[row] !== slowest[row])
                effect.changed++;
        }
        else if (slowest[row] !== UNLABELLED)
            effect.labelledOnlyIfTheyTakePart++;
    }
    return {
        scheme: given.scheme,
        treatment,
        treatmentInWords: FAILURES_IN_WORDS[treatment],
        ...effect,
        changedShare: effect.changed / effect.compared,
    };
}
/** How a treatment is stated beside a labelling. */
export const FAILURES_IN_WORDS = {
    slowest: "failed requests take part: slower and dearer than any answered one",
    dropped: "failed requests are dropped, as the author did",
};
//# sourceMappingURL=failures.js.map