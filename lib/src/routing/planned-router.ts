import { LAMBDA } from "../campaign/index.js";
import { computeFeatures, FEATURES, takeColumns } from "../features/index.js";
import { predictDistinct } from "../models/index.js";
import type { Requests } from "../requests/index.js";
import { InputError } from "../statistics/index.js";
import { readsFeedback } from "./figures.js";
import { fixedPolicies } from "./policies.js";
import type { PlannedRouting } from "./closed-loop.js";
import { valuesWhere } from "./known-contexts.js";
import type { RequestRouter } from "./router.js";

/**
 * A router as it decides on a plan's requests: by its model and threshold, told of each request
 * what `predict` is told, with the arrivals of the whole plan so far. Throws an InputError where
 * the model reads feedback, which the router's own choices would change; where the plan sends a
 * workload that the router never saw, or leaves something out that its model reads.
 */
export function routerRouting({ classifier, knowledge }: RequestRouter): PlannedRouting {
  return {
    name: knowledge ? `${classifier.kind}, router of ${knowledge.origin.run}` : classifier.kind,
    choose(planned) {
      if (readsFeedback(classifier.featureNames)) throw new InputError(NO_FEEDBACK);
      if (knowledge) refuseUnseen(planned, valuesWhere(knowledge.contexts, "workload"));
      const features = computeFeatures(
        planned,
        FEATURES.filter(({ name }) => classifier.featureNames.includes(name)),
      );
      const missing = classifier.featureNames.filter((name) => !features.names.includes(name));
      if (missing.length > 0)
        throw new InputError(
          `the router's model reads ${missing.join(", ")}, which the plan's requests do not tell`,
        );
      const probability = predictDistinct(
        classifier,
        takeColumns(features, classifier.featureNames),
      );
      const threshold = knowledge?.threshold ?? 0.5;
      return Uint8Array.from(probability, (p) => Number(p > threshold));
    },
  };
}

const NO_FEEDBACK =
  "the router's model reads feedback (requests in flight, recent answers), which depends on " +
  "where the router itself has sent requests: only one that was trained without the feature set " +
  "feedback can decide inside the simulation";

/** Everything to one platform. */
export function fixedRouting(platform: number): PlannedRouting {
  return {
    name: platform === LAMBDA ? "always Lambda" : "always ECS",
    choose: ({ rowCount }) => fixedPolicies(rowCount)[platform].choice,
  };
}

function refuseUnseen(
  { workload, workloadNames }: Requests,
  seen: readonly (string | number)[],
): void {
  // A router whose model does not read the workload has none among its contexts.
  if (seen.length === 0) return;
  const unseen = [...new Set(workload)]
    .map((code) => workloadNames[code])
    .filter((name) => !seen.includes(name));
  if (unseen.length > 0)
    throw new InputError(
      `the plan sends ${unseen.join(", ")}, of which the router's campaign held no request; ` +
        `it knows ${seen.join(", ")}`,
    );
}
