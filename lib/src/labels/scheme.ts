import type { Requests } from "../requests/index.js";
import { forgetCosts, prepareLabels, type LabelTask } from "./groups.js";
import type { LabelOptions, Labels } from "./labels.js";

/** One way to label requests, with all that depends on which it is. */
export interface Scheme {
  /**
   * What gets a label by itself: each request, a group of requests as a whole, or a pair. Schemes
   * of pairs need requests that were sent to both platforms.
   */
  unit: "request" | "group" | "pair";
  /** Its own choices, where nothing else is asked for. */
  choices: Pick<LabelOptions, "clock" | "cost" | "failures" | "groupBy">;
  /** Whether it depends on `lambdaQuantile` and `ecsQuantile`. */
  comparesQuantiles?: true;
  label(requests: Requests, options: LabelOptions): Labels;
}

/** The `label` of a scheme that compares requests of one platform with the other's, in groups. */
export function inGroups(label: (task: LabelTask) => void): Scheme["label"] {
  return (requests, options) => {
    const task = prepareLabels(requests, options);
    label(task);
    forgetCosts(task.labels, task.timeAlone);
    return task.labels;
  };
}
