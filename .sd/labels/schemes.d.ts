import { type LabelTask } from "./groups.js";
/**
 * The author's variance script: a Lambda row is 1 if it beats the ECS median of its group by the
 * margin, an ECS row is 1 if Lambda's median beats it by the margin; on latency and on cost.
 */
export declare function labelAgainstMedian({ groups, labels }: LabelTask): void;
/**
 * The author's version 6: each row is compared with a quantile of the other platform that depends
 * on where the row stands among its own. A Lambda row at or below Lambda's median meets the ECS
 * median, above it the ECS p25; an ECS row at or below the ECS p25 meets Lambda's p75, up to the
 * median Lambda's median, above it Lambda's p25. Latency and cost are bucketed each by their own.
 */
export declare function labelByBucket({ groups, labels }: LabelTask): void;
/**
 * The seed's rule, "Lambda p25 against ECS p75": the whole group is Lambda's if that quantile of
 * Lambda beats that of ECS by the margin, on both axes.
 */
export declare function labelByGroupQuantile({ groups, labels }: LabelTask): void;
/**
 * Ours: the probability that a random Lambda request of the group beats a random ECS request of it
 * by the margins, over all pairs, exactly. A platform is called optimal on an axis (and on both)
 * when that probability exceeds one half.
 */
export declare function labelByPairs({ groups, labels }: LabelTask): void;
