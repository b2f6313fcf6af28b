import { labelledRequests } from "lib/attainability";
import { permutationImportance, shapleyValues } from "lib/explain";
import { takeRows } from "lib/features";
import { labelRequests } from "lib/labels";
import { authorRowOrder, authorSplit, evaluateOnSplit, MODEL_FAMILIES, takeTrainingRows, type TrainingData } from "lib/models";
import { readRequests, selectRows } from "lib/requests";
import { timed } from "./tasks.js";
import type { Measurement } from "./python-side.js";

export interface VarianceRunTimes {
  models: { title: string; seconds: number; testAccuracy: number }[];
  importanceSeconds: number;
  shapleySeconds: number;
  totalSeconds: number;
}

/** The author's labels on his 15 features, request by request, and the order in which he listed them. */
export async function varianceRunTable(folder: string): Promise<TrainingData & { order: Uint32Array }> {
  const { requests } = await readRequests(folder);
  const { features, label, requestRow } = labelledRequests(requests, labelRequests(requests, { scheme: "request-vs-median" }));
  return { features, label, order: authorRowOrder(selectRows(requests, requestRow)) };
}

/** Four models on the author's split, their importance, and the Shapley values of every test row against 100 training rows. */
export async function varianceRunStudy(data: TrainingData & { order: Uint32Array }): Promise<VarianceRunTimes> {
  const split = authorSplit(data.label, 42, data.order), test = takeTrainingRows(data, split.test);
  const background = { features: takeRows(data.features, split.train.subarray(0, 100)) };
  const models: VarianceRunTimes["models"] = [];
  let importanceSeconds = 0, shapleySeconds = 0;
  for (const family of MODEL_FAMILIES) {
    let evaluation!: Awaited<ReturnType<typeof evaluateOnSplit>>;
    const { seconds, score } = await timed(async () => (evaluation = await evaluateOnSplit(family, data, split)), () => evaluation.test.accuracy);
    models.push({ title: family.title, seconds, testAccuracy: score });
    importanceSeconds += (await timed(() => permutationImportance(evaluation.classifier, test, { repeats: 5 }), () => NaN)).seconds;
    if (family.kind !== "gradient-boosting") continue;
    shapleySeconds = (await timed(() => shapleyValues(evaluation.classifier, test.features, background, { interactions: true }), () => NaN)).seconds;
  }
  return { models, importanceSeconds, shapleySeconds, totalSeconds: models.reduce((sum, { seconds }) => sum + seconds, importanceSeconds + shapleySeconds) };
}

/** Reading the logs, as validated columns. */
export async function readLogs(folder: string): Promise<Measurement> {
  let rows = 0;
  return timed(async () => (rows = (await readRequests(folder)).requests.rowCount), () => rows);
}
