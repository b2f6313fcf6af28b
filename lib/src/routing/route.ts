import { PLATFORMS, type Platform } from "../campaign/index.js";
import { patternNames, windowNames } from "../requests/index.js";
import { arrivalFieldsRead } from "./arrival-fields.js";
import { inputsRead, type ContextInput } from "./context-columns.js";
import { expectedDifference, type ExpectedDifference } from "./expected-difference.js";
import { figuresRead, figuresTitle } from "./figures.js";
import { meanWhere, valuesWhere, type KnownValues } from "./known-contexts.js";
import { reasonFor, type Reason } from "./reason.js";
import {
  checkContext,
  ContextError,
  contextFeatures,
  MEASURED_FEATURES,
  type RequestContext,
} from "./request-context.js";
import type { RequestRouter, RouterKnowledge } from "./router.js";

/** Where a request should go, why, and what that is expected to change. */
export interface Route {
  platform: Platform;
  /** P(Lambda optimal), by the model. */
  probability: number;
  /** The probability above which a request goes to Lambda. */
  threshold: number;
  /** Null where the router is a model alone. */
  reason: Reason | null;
  /** Null where it cannot be had; a note then says why. */
  expectedDifference: ExpectedDifference | null;
  /** Whatever the answer rests on that was not given or not measured. Empty where all was. */
  notes: string[];
  /** Whether reason and difference come from a simulated campaign. */
  simulated: boolean;
}

export interface RouteOptions {
  /**
   * Answer contexts that leave something out with the campaign's mean over what was left out, and
   * say so, instead of refusing them.
   */
  fallback?: boolean;
  /** Counts arrivals: fills in what a context leaves out of the arrival state. */
  arrivals?: ArrivalCounter;
}

/** Who counts the requests that were asked about. */
export interface ArrivalCounter {
  /**
   * The arrival state that a request meets now, by the names of ARRIVAL_FIELDS, and (null where
   * there is none) a note on what it cannot know.
   */
  now(workload: string): { fields: Record<string, number>; note: string | null };
  /** Lets a request arrive, once it was answered. */
  arrive(workload: string, payloadKb: number): void;
}

/**
 * Asks a router where a request should go. Whatever the model reads must be given: an unknown
 * workload or a missing field is refused by name (ContextError), unless the fallback is asked for,
 * which a note then states. Never a guess in silence.
 */
export function routeRequest(
  router: RequestRouter,
  given: unknown,
  { fallback = false, arrivals }: RouteOptions = {},
): Route {
  const { classifier, knowledge } = router;
  const context = checkContext(given, knowledge?.workloads);
  const notes: string[] = [];
  const inputs = knowledge?.contexts.inputs ?? inputsRead(classifier.featureNames);
  if (knowledge) refuseUnseenWorkload(knowledge, context.workload_type);
  const asked = withArrivals(
    withKnownDay(context, inputs, knowledge, notes),
    classifier.featureNames,
    arrivals,
    notes,
  );
  const missing = missingFields(asked, inputs, router);
  if (missing.length > 0 && !(fallback && knowledge)) {
    const orElse = knowledge
      ? ", or ask for the fallback (--fallback), which answers with the campaign's mean"
      : "";
    throw new ContextError(`"${missing[0].field}" is missing; give ${missing[0].remedy}${orElse}`);
  }
  const values = knownValues(asked);
  const probability =
    missing.length > 0
      ? campaignMean(
          knowledge!,
          values,
          missing.map(({ field }) => field),
          notes,
        )
      : probabilityOf(router, asked);
  arrivals?.arrive(asked.workload_type, asked.payload_size_kb);
  const threshold = knowledge?.threshold ?? 0.5;
  const platform = PLATFORMS[Number(probability > threshold)];
  if (!knowledge)
    return {
      platform,
      probability,
      threshold,
      reason: null,
      expectedDifference: null,
      notes: [
        ...notes,
        "a model alone, without its campaign: no reason and no expected difference",
      ],
      simulated: false,
    };
  const closest = compareWithCampaign(knowledge, values, notes);
  const difference = expectedDifference(
    knowledge.differences,
    asked.workload_type,
    asked.payload_size_kb,
    asked.time_window,
    asked.load_pattern,
  );
  if (difference === null)
    notes.push(
      "no expected difference: the campaign holds no comparable requests of both platforms " +
        "for this workload and size",
    );
  const reason = reasonFor(knowledge, {
    values,
    closest,
    probability: missing.length === 0 ? withItsFigures(router, asked, closest) : undefined,
    beyond: figuresTitle(classifier.featureNames),
    platform,
  });
  return {
    platform,
    probability,
    threshold,
    reason,
    expectedDifference: difference,
    notes,
    simulated: knowledge.origin.simulated,
  };
}

function refuseUnseenWorkload(
  { contexts, differences, origin }: RouterKnowledge,
  workload: string,
): void {
  if (
    differences.series.some((series) => series.workload === workload) ||
    valuesWhere(contexts, "workload", { workload }).length > 0
  )
    return;
  throw new ContextError(
    `"workload_type" is ${workload}, of which the campaign "${origin.campaign}" holds no ` +
      "request: the model never saw one; collect some and train again",
  );
}

/**
 * A context that leaves the day open gets the campaign's where it had only one kind, else a working
 * day; either way it is noted.
 */
function withKnownDay(
  context: RequestContext,
  inputs: readonly ContextInput[],
  knowledge: RouterKnowledge | null,
  notes: string[],
): RequestContext {
  if (context.is_weekend !== undefined || !inputs.includes("weekend")) return context;
  const days = knowledge ? valuesWhere(knowledge.contexts, "weekend") : [];
  const weekend = days.length === 1 && days[0] === 1;
  notes.push(
    '"is_weekend" was not given: taken as a ' +
      (weekend ? "weekend" : "working day") +
      (days.length === 1 ? ", as all of the campaign" : ""),
  );
  return { ...context, is_weekend: weekend };
}

/**
 * What a context leaves out of the arrival state is filled in by whoever counts arrivals; what it
 * gives stays.
 */
function withArrivals(
  context: RequestContext,
  featureNames: readonly string[],
  counter: ArrivalCounter | undefined,
  notes: string[],
): RequestContext {
  const open = arrivalFieldsRead(featureNames).filter(
    ({ name }) => context.figures[name] === undefined,
  );
  if (!counter || open.length === 0) return context;
  const { fields, note } = counter.now(context.workload_type);
  if (note !== null) notes.push(note);
  return { ...context, figures: { ...fields, ...context.figures } };
}

/**
 * The model's answer for a request's own figures with the size it is compared at; undefined where
 * it reads none, and its answer is its context's.
 */
function withItsFigures(
  router: RequestRouter,
  asked: RequestContext,
  closest: KnownValues,
): number | undefined {
  if (figuresRead(router.classifier.featureNames).length === 0) return undefined;
  const compared = { ...asked, payload_size_kb: closest.payload as number };
  return probabilityOf(router, compared);
}

/** What the model says of one context, which must hold all that it reads. */
function probabilityOf({ classifier, knowledge }: RequestRouter, context: RequestContext): number {
  const features = contextFeatures(context, classifier.featureNames, knowledge?.workloads);
  return classifier.predictProbability(features)[0];
}

function missingFields(
  context: RequestContext,
  inputs: readonly ContextInput[],
  { classifier: { featureNames }, knowledge }: RequestRouter,
): { field: string; remedy: string }[] {
  const known = knowledge?.workloads ?? {};
  const fields = [
    { input: "window", field: "time_window", remedy: `one of ${windowNames(known).join(", ")}` },
    { input: "pattern", field: "load_pattern", remedy: `one of ${patternNames(known).join(", ")}` },
    { input: "hour", field: "hour_of_day", remedy: "the hour (UTC), 0 to 23" },
  ] as const;
  const measured = featureNames.filter(
    (name) => MEASURED_FEATURES.includes(name) && context.measured[name] === undefined,
  );
  const counted = arrivalFieldsRead(featureNames).map(({ name }) => name);
  const figures = figuresRead(featureNames).filter(
    ({ name }) => context.figures[name] === undefined,
  );
  return [
    ...fields.filter(({ input, field }) => inputs.includes(input) && context[field] === undefined),
    ...measured.map((field) => ({ field, remedy: "the bin of its size (the model reads it)" })),
    ...figures.map(({ name, title, unit, mayBeMissing }) => ({
      field: name,
      remedy:
        `${title} (${unit})${mayBeMissing ? ", null where there is none" : ""}` +
        (counted.includes(name)
          ? ", or ask `study predict --serve`, which counts arrivals itself"
          : ""),
    })),
  ];
}

function knownValues(context: RequestContext): KnownValues {
  const values: KnownValues = { workload: context.workload_type, payload: context.payload_size_kb };
  if (context.time_window !== undefined) values.window = context.time_window;
  if (context.load_pattern !== undefined) values.pattern = context.load_pattern;
  if (context.hour_of_day !== undefined) values.hour = context.hour_of_day;
  if (context.is_weekend !== undefined) values.weekend = Number(context.is_weekend);
  return { ...values, ...context.figures };
}

/**
 * The fallback: the mean of the model's answers over the campaign's requests that agree with all
 * that was given.
 */
function campaignMean(
  { contexts }: RouterKnowledge,
  values: KnownValues,
  missing: readonly string[],
  notes: string[],
): number {
  const found = meanWhere(contexts, values);
  const named = missing.map((field) => `"${field}"`).join(", ");
  if (found.rows === 0) {
    throw new ContextError(
      `${named} ${missing.length === 1 ? "is" : "are"} missing, and the campaign holds no ` +
        "request that agrees with the rest: there is nothing to take a mean over",
    );
  }
  notes.push(
    `${named} ${missing.length === 1 ? "was" : "were"} not given: the mean over ` +
      `${found.contexts} context${found.contexts === 1 ? "" : "s"} (${found.rows} requests) of ` +
      "the campaign that agree with the rest",
  );
  return found.probability;
}

/** The same values with the campaign's nearest size, and notes on what the campaign never held. */
function compareWithCampaign(
  { contexts }: RouterKnowledge,
  values: KnownValues,
  notes: string[],
): KnownValues {
  const workload = values.workload;
  const asked = values.payload as number;
  const sizes = valuesWhere(contexts, "payload", { workload }) as number[];
  let closest = values;
  if (sizes.length > 0 && !sizes.includes(asked)) {
    const nearest = sizes.reduce((best, size) =>
      Math.abs(size - asked) < Math.abs(best - asked) ? size : best,
    );
    const from = Math.min(...sizes);
    const to = Math.max(...sizes);
    closest = { ...values, payload: nearest };
    // A size within the grouping's tolerance is the size.
    if (Math.abs(nearest - asked) > 0.01) {
      notes.push(
        asked < from || asked > to
          ? `${asked} KiB lies outside the ${from} to ${to} KiB that the campaign sent for ` +
              `${workload}: the model extrapolates`
          : `the campaign sent no ${asked} KiB for ${workload}; its nearest size is ${nearest} KiB`,
      );
    }
  }
  if (meanWhere(contexts, closest).rows === 0)
    notes.push("the campaign held no request of this context: the model generalises");
  return closest;
}
