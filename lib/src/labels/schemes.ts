import { CONTEXT_CELL } from "../requests/index.js";
import { median, quantileSorted, medianSorted, sortedCopy } from "../statistics/index.js";
import { setLabel, withMargins, type Group, type LabelTask } from "./groups.js";
import { quantilesOf } from "./group-quantiles.js";
import { quantileVerdict } from "./quantile-verdict.js";
import { belowShare, bothBelowShare } from "./pairs.js";
import { inGroups, type Scheme } from "./scheme.js";

/** The thesis dropped failed requests and compared within workloads: so its labels come out. */
const THESIS_CHOICES: Scheme["choices"] = {
  clock: "execution",
  cost: { kind: "busy-time" },
  failures: "dropped",
  groupBy: ["workload"],
};

/** Failed requests take part, and only requests of one context are compared. */
const GROUP_CHOICES: Scheme["choices"] = {
  clock: "execution",
  cost: { kind: "busy-time" },
  failures: "slowest",
  groupBy: CONTEXT_CELL,
};

/**
 * The author's variance script: a Lambda row is 1 if it beats the ECS median of its group by the
 * margin, an ECS row is 1 if Lambda's median beats it by the margin; on latency and on cost.
 */
function labelAgainstMedian({ groups, labels }: LabelTask): void {
  const { latencyMargin, costMargin } = labels.options;
  for (const { ecs, lambda } of groups) {
    const ecsMs = (1 - latencyMargin) * median(ecs.latencyMs);
    const ecsUsd = (1 - costMargin) * median(ecs.costUsd);
    lambda.rows.forEach((row, i) =>
      setLabel(labels, row, lambda.latencyMs[i] < ecsMs, lambda.costUsd[i] < ecsUsd),
    );
    const lambdaMs = median(lambda.latencyMs);
    const lambdaUsd = median(lambda.costUsd);
    ecs.rows.forEach((row, i) =>
      setLabel(
        labels,
        row,
        lambdaMs < ecs.latencyMs[i] * (1 - latencyMargin),
        lambdaUsd < ecs.costUsd[i] * (1 - costMargin),
      ),
    );
  }
}

export const requestVsMedian: Scheme = {
  unit: "request",
  choices: THESIS_CHOICES,
  label: inGroups(labelAgainstMedian),
};

/**
 * The author's version 6: each row is compared with a quantile of the other platform that depends
 * on where the row stands among its own. A Lambda row at or below Lambda's median meets the ECS
 * median, above it the ECS p25; an ECS row at or below the ECS p25 meets Lambda's p75, up to the
 * median Lambda's median, above it Lambda's p25. Latency and cost are bucketed each by their own.
 */
function labelByBucket({ groups, labels }: LabelTask): void {
  const { latencyMargin, costMargin } = labels.options;
  for (const { ecs, lambda } of groups) {
    const ms = buckets(ecs.latencyMs, lambda.latencyMs);
    const usd = buckets(ecs.costUsd, lambda.costUsd);
    lambda.rows.forEach((row, i) =>
      setLabel(
        labels,
        row,
        lambda.latencyMs[i] < ms.ecsFacing(lambda.latencyMs[i]) * (1 - latencyMargin),
        lambda.costUsd[i] < usd.ecsFacing(lambda.costUsd[i]) * (1 - costMargin),
      ),
    );
    ecs.rows.forEach((row, i) =>
      setLabel(
        labels,
        row,
        ms.lambdaFacing(ecs.latencyMs[i]) < ecs.latencyMs[i] * (1 - latencyMargin),
        usd.lambdaFacing(ecs.costUsd[i]) < ecs.costUsd[i] * (1 - costMargin),
      ),
    );
  }
}

export const percentileBucket: Scheme = {
  unit: "request",
  choices: THESIS_CHOICES,
  label: inGroups(labelByBucket),
};

/**
 * The quantile of the other platform that a value is compared with, for one axis of
 * `percentile-bucket`.
 */
function buckets(
  ecs: Float64Array,
  lambda: Float64Array,
): { ecsFacing(own: number): number; lambdaFacing(own: number): number } {
  const ecsSorted = sortedCopy(ecs);
  const lambdaSorted = sortedCopy(lambda);
  const ecsP25 = quantileSorted(ecsSorted, 0.25);
  const ecsMedian = medianSorted(ecsSorted);
  const lambdaP25 = quantileSorted(lambdaSorted, 0.25);
  const lambdaMedian = medianSorted(lambdaSorted);
  const lambdaP75 = quantileSorted(lambdaSorted, 0.75);
  return {
    ecsFacing: (own) => (own <= lambdaMedian ? ecsMedian : ecsP25),
    lambdaFacing: (own) =>
      own <= ecsP25 ? lambdaP75 : own <= ecsMedian ? lambdaMedian : lambdaP25,
  };
}

/**
 * The seed's rule, "Lambda p25 against ECS p75": the whole group is Lambda's if that quantile of
 * Lambda beats that of ECS by the margin, on both axes.
 */
function labelByGroupQuantile({ groups, labels }: LabelTask): void {
  for (const group of groups) {
    const { ecs, lambda } = quantilesOf(group, labels.options);
    const { faster, cheaper } = quantileVerdict(lambda, ecs, labels.options);
    forEachRow(group, (row) => setLabel(labels, row, faster, cheaper));
  }
}

export const groupPercentile: Scheme = {
  unit: "group",
  choices: GROUP_CHOICES,
  comparesQuantiles: true,
  label: inGroups(labelByGroupQuantile),
};

/**
 * Ours: the probability that a random Lambda request of the group beats a random ECS request of it
 * by the margins, over all pairs, exactly. A platform is called optimal on an axis (and on both)
 * when that probability exceeds one half.
 */
function labelByPairs({ groups, labels }: LabelTask): void {
  const { latencyMargin, costMargin } = labels.options;
  const probability = new Float64Array(labels.balancedOptimal.length).fill(NaN);
  labels.probability = probability;
  for (const group of groups) {
    const ecs = withMargins(group.ecs, latencyMargin, costMargin);
    const faster = belowShare(group.lambda.latencyMs, ecs.latencyMs);
    const cheaper = belowShare(group.lambda.costUsd, ecs.costUsd);
    const both = bothBelowShare(group.lambda, ecs);
    forEachRow(group, (row) => {
      labels.latencyOptimal[row] = Number(faster > 0.5);
      labels.costOptimal[row] = Number(cheaper > 0.5);
      labels.balancedOptimal[row] = Number(both > 0.5);
      probability[row] = both;
    });
  }
}

export const pairedProbability: Scheme = {
  unit: "group",
  choices: GROUP_CHOICES,
  label: inGroups(labelByPairs),
};

function forEachRow({ ecs, lambda }: Group, visit: (row: number) => void): void {
  ecs.rows.forEach(visit);
  lambda.rows.forEach(visit);
}
