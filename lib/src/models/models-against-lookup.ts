import { labelledRequests } from "../attainability/index.js";
import { labelRequests, type LabelChoice } from "../labels/index.js";
import { selectRows, type Requests } from "../requests/index.js";
import { authorRowOrder, authorSplit } from "./author-split.js";
import { lookupBaseline } from "./baselines.js";
import { evaluateOnSplit } from "./evaluate.js";
import { MODEL_FAMILIES } from "./families.js";
import { trainFamilies } from "./train-families.js";

/** One of the four models beside a lookup of the workload. */
export interface AgainstLookup {
  model: string;
  trainAccuracy: number;
  testAccuracy: number;
  testRows: number;
  /** Test rows on which the model's answer is another than the lookup's. */
  otherAnswers: number;
}

/**
 * Trains a lookup of the workload and the four models on the author's features and split, under one
 * way of labelling: where the label is a function of the workload, all of them are the same rule.
 * Empty where the labels are all alike. 212,033 requests take some 5 s.
 */
export async function modelsAgainstLookup(
  requests: Requests,
  labelling: LabelChoice,
  { seed, onProgress }: { seed: number; onProgress?: (shareDone: number, title: string) => void },
): Promise<AgainstLookup[]> {
  const table = labelledRequests(requests, labelRequests(requests, labelling));
  if (!table.label.includes(0) || !table.label.includes(1)) return [];
  const split = authorSplit(
    table.label,
    seed,
    authorRowOrder(selectRows(requests, table.requestRow)),
  );
  const lookup = await evaluateOnSplit(lookupBaseline, table, split, {
    seed,
    features: ["workload_type_encoded"],
  });
  const models = await trainFamilies(MODEL_FAMILIES, table, split, { seed, onProgress });
  return [{ title: "Lookup of the workload", evaluation: lookup }, ...models].map(
    ({ title, evaluation: { train, test, testProbability } }) => ({
      model: title,
      trainAccuracy: train.accuracy,
      testAccuracy: test.accuracy,
      testRows: testProbability.length,
      otherAnswers: testProbability.reduce(
        (n, p, row) => n + Number(p > 0.5 !== lookup.testProbability[row] > 0.5),
        0,
      ),
    }),
  );
}
