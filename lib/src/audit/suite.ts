import type { Check } from "./check.js";
import { aliasedFactors } from "./checks/aliased-factors.js";
import { balance } from "./checks/balance.js";
import { ceiling } from "./checks/ceiling.js";
import { clocksAgree } from "./checks/clocks-agree.js";
import { coldStartsDiffer } from "./checks/cold-starts-differ.js";
import { coldStarts } from "./checks/cold-starts.js";
import { constantMeasurements } from "./checks/constant-measurements.js";
import { continuedRuns } from "./checks/continued-runs.js";
import { duplicateRows } from "./checks/duplicate-rows.js";
import { duplicates } from "./checks/duplicates.js";
import { durationCeiling } from "./checks/duration-ceiling.js";
import { featureVariance } from "./checks/feature-variance.js";
import { feedbackAfterSend } from "./checks/feedback-after-send.js";
import { fieldTypes } from "./checks/field-types.js";
import { fieldsByPlatform } from "./checks/fields-by-platform.js";
import { forbiddenFeatures } from "./checks/forbidden-features.js";
import { functionalDependencies } from "./checks/functional-dependencies.js";
import { gapOnSplits } from "./checks/gap-on-splits.js";
import { headroom } from "./checks/headroom.js";
import { identicalModels } from "./checks/identical-models.js";
import { identifiers } from "./checks/identifiers.js";
import { labelByPlatform } from "./checks/label-by-platform.js";
import { labelNoise } from "./checks/label-noise.js";
import { labelRule } from "./checks/label-rule.js";
import { labelSensitivity } from "./checks/label-sensitivity.js";
import { labelShare } from "./checks/label-share.js";
import { labelSpread } from "./checks/label-spread.js";
import { liftOverLookup } from "./checks/lift-over-lookup.js";
import { loadExecution } from "./checks/load-execution.js";
import { loadLatency } from "./checks/load-latency.js";
import { loadPatterns } from "./checks/load-patterns.js";
import { memoryDeclared } from "./checks/memory-declared.js";
import { missingAtRandom } from "./checks/missing-at-random.js";
import { nearDuplicates } from "./checks/near-duplicates.js";
import { onePlatformCells } from "./checks/one-platform-cells.js";
import { pairClocks } from "./checks/pair-clocks.js";
import { pairDistance } from "./checks/pair-distance.js";
import { pairHalves } from "./checks/pair-halves.js";
import { pairLink } from "./checks/pair-link.js";
import { pairLoad } from "./checks/pair-load.js";
import { pairOrder } from "./checks/pair-order.js";
import { patternArrivals } from "./checks/pattern-arrivals.js";
import { payloadActual } from "./checks/payload-actual.js";
import { payloadSizes } from "./checks/payload-sizes.js";
import { payloadSlope } from "./checks/payload-slope.js";
import { perfection } from "./checks/perfection.js";
import { plannedCounts } from "./checks/planned-counts.js";
import { power } from "./checks/power.js";
import { singleFeaturePower } from "./checks/single-feature-power.js";
import { taskDeclared } from "./checks/task-declared.js";
import { timeOrder } from "./checks/time-order.js";
import { timeWindows } from "./checks/time-windows.js";
import { unanswered } from "./checks/unanswered.js";
import { windowsClock } from "./checks/windows-clock.js";

/** Every check, in the order in which an audit is read. */
export const SUITE: readonly Check[] = [
  payloadSizes,
  timeWindows,
  loadPatterns,
  coldStarts,
  coldStartsDiffer,
  featureVariance,
  plannedCounts,
  balance,
  aliasedFactors,
  onePlatformCells,
  missingAtRandom,
  durationCeiling,
  unanswered,
  pairHalves,
  pairDistance,
  pairOrder,
  pairLoad,
  pairLink,
  pairClocks,
  windowsClock,
  continuedRuns,
  patternArrivals,
  memoryDeclared,
  taskDeclared,
  payloadActual,
  constantMeasurements,
  fieldsByPlatform,
  fieldTypes,
  duplicates,
  timeOrder,
  loadLatency,
  loadExecution,
  clocksAgree,
  payloadSlope,
  labelShare,
  labelSpread,
  labelNoise,
  labelRule,
  labelByPlatform,
  labelSensitivity,
  forbiddenFeatures,
  feedbackAfterSend,
  functionalDependencies,
  singleFeaturePower,
  nearDuplicates,
  identifiers,
  duplicateRows,
  ceiling,
  headroom,
  power,
  perfection,
  identicalModels,
  liftOverLookup,
  gapOnSplits,
];
