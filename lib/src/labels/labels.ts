import type { CellKey } from "../requests/index.js";
import type { CostTerms, PlatformTerms } from "./cost.js";
import type { LabelScheme } from "./scheme-list.js";

/**
 * Which clock says how long a request took: the platform's, inside the handler, or the client's.
 */
export type LatencyClock = "execution" | "response";

/**
 * What a request costs.
 *
 * "busy-time" is the thesis's formula: both platforms are paid for execution time. The others
 * charge Lambda as AWS bills it, initialisation included, and ECS by hours of tasks that are on,
 * with or without a load balancer: "task-hours" at an assumed utilisation, "shared-task-hours" by
 * what ran, the hours of each five minutes being shared over the requests of the workload in them.
 */
export type CostModel =
  | { kind: "busy-time" }
  | { kind: "task-hours"; utilisation: number; loadBalancer: boolean }
  | {
      kind: "shared-task-hours";
      /** Tasks of a service, where the log does not say how many were running. */
      tasks: number;
      loadBalancer: boolean;
    };

/** What a duet charges unless told otherwise: what ran, one task a service, no balancer. */
export const SHARED_TASK_HOURS: Extract<CostModel, { kind: "shared-task-hours" }> = {
  kind: "shared-task-hours",
  tasks: 1,
  loadBalancer: false,
};

/**
 * What becomes of requests that a platform failed to answer. "slowest": they take part, slower and
 * dearer than any answered one (an answer that never came cannot be had at any price); between two
 * of them neither is the better. "dropped": they are left out and counted, as the author did.
 */
export type FailureTreatment = "slowest" | "dropped";

/** Everything the answer depends on. `labelOptions` fills in the scheme's own choices. */
export interface LabelOptions extends CostTerms {
  scheme: LabelScheme;
  clock: LatencyClock;
  /** Lambda must be faster by this share of the ECS time (.1 = 10 %). */
  latencyMargin: number;
  /** Lambda must be cheaper by this share of the ECS cost. */
  costMargin: number;
  failures: FailureTreatment;
  /** Requests are compared within these groups. */
  groupBy: readonly CellKey[];
  /** `group-percentile`: this quantile of Lambda must beat `ecsQuantile` of ECS. */
  lambdaQuantile: number;
  ecsQuantile: number;
}

/**
 * What is chosen of a labelling: always what the platforms charge, and any of its options. Without
 * a scheme it is the usual one of the requests.
 */
export type LabelChoice = PlatformTerms & Partial<LabelOptions>;

/** Label code of a row the scheme cannot judge; `Labels.unlabelled` counts why. */
export const UNLABELLED = 255;

/**
 * One label a request, in the order of the requests they were made from: 1 = Lambda optimal, 0 =
 * ECS optimal, UNLABELLED.
 */
export interface Labels {
  options: LabelOptions;
  latencyOptimal: Uint8Array;
  costOptimal: Uint8Array;
  /** Both at once: the label the models learn. */
  balancedOptimal: Uint8Array;
  /**
   * `paired-probability`: P(a random Lambda request of the group beats a random ECS request of it
   * on both axes). `duet`: the share of Lambda labels among the pairs of the same group, what a
   * repetition of the pair would be expected to say. Null for the other schemes.
   */
  probability: Float64Array | null;
  /**
   * Why rows have no label: reason -> rows. In a duet the second half of a labelled pair is not
   * among them: its pair has a label, which stands at the half that was sent first.
   */
  unlabelled: Record<string, number>;
  /** Requests that a platform failed to answer and that took part all the same. */
  failuresLabelled: number;
  /**
   * Workloads without a known cost: name -> why. Their labels are those on time, and `costOptimal`
   * is UNLABELLED there.
   */
  onTimeAlone: Record<string, string>;
}
