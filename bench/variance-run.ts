import { labelledRequests } from "lib/attainability";
import { permutationImportance, shapleyValues } from "lib/explain";
import { takeRows } from "lib/features";
import { THESIS_TERMS, labelRequests } from "lib/labels";
import {
  authorRowOrder,
  authorSplit,
  evaluateOnSplit,
  MODEL_FAMILIES,
  takeTrainingRows,
  type TrainingData,
} from "lib/models";
import { readRequests, selectRows } from "lib/requests";
import { timed } from "./tasks.js";
import type { Measurement } from "./python-side.js";

/**
 * The author's labels on his 15 features, request by request, and the order in which he listed
 * them.
 */
export async function varianceRunTable(
  folder: string,
): Promise<TrainingData & { order: Uint32Array }> {
  const { requests } = await readRequests(folder);
  const { features, label, requestRow } = labelledRequests(
    requests,
    labelRequests(requests, { ...THESIS_TERMS, scheme: "request-vs-median" }),
  );
  return { features, label, order: authorRowOrder(selectRows(requests, requestRow)) };
}

/**
 * Four models on the author's split, their importance, and the Shapley values of every test row
 * against 100 training rows. Notes the seconds that each part took.
 */
export async function varianceRunStudy(
  data: TrainingData & { order: Uint32Array },
  parts: Map<string, number[]>,
): Promise<void> {
  const split = authorSplit(data.label, 42, data.order);
  const test = takeTrainingRows(data, split.test);
  const background = { features: takeRows(data.features, split.train.subarray(0, 100)) };
  const note = async (title: string, work: () => unknown): Promise<void> => {
    const { seconds } = await timed(work, () => NaN);
    parts.set(title, [...(parts.get(title) ?? []), seconds]);
  };
  for (const family of MODEL_FAMILIES) {
    let evaluation!: Awaited<ReturnType<typeof evaluateOnSplit>>;
    await note(family.title, async () => (evaluation = await evaluateOnSplit(family, data, split)));
    await note(`${family.title}: importance, 5 repeats`, () =>
      permutationImportance(evaluation.classifier, test, { repeats: 5 }),
    );
    if (family.kind === "gradient-boosting")
      await note(
        `${family.title}: Shapley values and interactions of ${test.label.length} rows`,
        () =>
          shapleyValues(evaluation.classifier, test.features, background, { interactions: true }),
      );
  }
}

/** Reading the logs, as validated columns. */
export async function readLogs(folder: string): Promise<Measurement> {
  let rows = 0;
  return timed(
    async () => (rows = (await readRequests(folder)).requests.rowCount),
    () => rows,
  );
}
