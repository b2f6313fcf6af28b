import { NO_PLATFORM } from "../campaign/index.js";
import { isAnswered, type Requests } from "../requests/index.js";
import { labelRequests } from "./label-requests.js";
import { UNLABELLED, type FailureTreatment, type LabelChoice } from "./labels.js";
import type { LabelScheme } from "./scheme-list.js";

/** What hangs on whether failed requests take part in a labelling. */
export interface FailureEffect {
  scheme: LabelScheme;
  /** What the scheme does with them, unless told otherwise. */
  treatment: FailureTreatment;
  treatmentInWords: string;
  /**
   * Failed requests; of those, the ones whose log does not say which platform failed, which no
   * scheme can judge.
   */
  failed: number;
  withoutPlatform: number;
  /**
   * Requests that are labelled either way, and how many of those labels differ between the two
   * treatments.
   */
  compared: number;
  changed: number;
  /** changed / compared; NaN where nothing is labelled. */
  changedShare: number;
  /** Failed requests that have a label of their own only if failures take part. */
  labelledOnlyIfTheyTakePart: number;
}

/**
 * Labels a campaign with failed requests taking part and with them dropped, as the thesis did, and
 * counts what changes.
 */
export function failureEffect(requests: Requests, given: LabelChoice): FailureEffect {
  const { failures: treatment, scheme } = labelRequests(requests, given).options;
  const [slowest, dropped] = (["slowest", "dropped"] as const).map(
    (failures) => labelRequests(requests, { ...given, failures }).balancedOptimal,
  );
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
      if (requests.platform[row] === NO_PLATFORM) effect.withoutPlatform++;
    }
    if (dropped[row] !== UNLABELLED && slowest[row] !== UNLABELLED) {
      effect.compared++;
      if (dropped[row] !== slowest[row]) effect.changed++;
    } else if (slowest[row] !== UNLABELLED) effect.labelledOnlyIfTheyTakePart++;
  }
  return {
    scheme,
    treatment,
    treatmentInWords: FAILURES_IN_WORDS[treatment],
    ...effect,
    changedShare: effect.changed / effect.compared,
  };
}

/** How a treatment is stated beside a labelling. */
export const FAILURES_IN_WORDS: Readonly<Record<FailureTreatment, string>> = {
  slowest: "failed requests take part: slower and dearer than any answered one",
  dropped: "failed requests are dropped, as the thesis did",
};
