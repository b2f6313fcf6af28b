import { buildFeatures, type FeatureSet } from "../features/index.js";
import { predictDistinct, type Classifier } from "../models/index.js";
import type { Requests } from "../requests/index.js";
import { createRandom } from "../statistics/index.js";

/** What a router is told about a request, as the log columns that say it. */
export interface RouterInput {
  name: string;
  columns: readonly ("workload" | "targetPayloadKb" | "actualPayloadKb" | "timeWindow" | "loadPattern" | "timestampMs")[];
}

/** Everything the author's features are made of. */
export const ROUTER_INPUTS: readonly RouterInput[] = [
  { name: "workload", columns: ["workload"] },
  { name: "payload size", columns: ["targetPayloadKb", "actualPayloadKb"] },
  { name: "time window", columns: ["timeWindow"] },
  { name: "load pattern", columns: ["loadPattern"] },
  { name: "time of day", columns: ["timestampMs"] },
];

/** How much accuracy is lost without one input, in all features made of it. */
export interface InputImportance {
  input: string;
  /** Drop in accuracy, one a repeat. */
  raw: Float64Array;
  mean: number;
  standardDeviation: number;
  /** Its part of the sum over the inputs (a rise counts 0); NaN where no input matters. */
  share: number;
}

/**
 * Permutation importance of the *inputs* of the features: the values of one input are shuffled among the requests and
 * every feature is computed anew, products and squares included. So a feature and its copies are judged as the one thing
 * they are, and no product contradicts its factors, as it would if columns of the table were shuffled one by one.
 * `requests` are the held-out requests and `label` theirs.
 */
export function inputImportance(classifier: Classifier, requests: Requests, label: Uint8Array, options: { sets?: readonly FeatureSet[]; repeats?: number; seed?: number; onProgress?: (shareDone: number) => void } = {}): InputImportance[] {
  const { sets = ["author"], repeats = 5, seed = 42, onProgress } = options;
  if (label.length !== requests.rowCount) throw new RangeError(`${label.length} labels for ${requests.rowCount} requests`);
  const accuracy = (shown: Requests): number => {
    const probability = predictDistinct(classifier, buildFeatures(shown, sets));
    return label.reduce((right, y, row) => right + Number(probability[row] > 0.5 === (y === 1)), 0) / label.length;
  };
  const baseline = accuracy(requests);
  const measured = ROUTER_INPUTS.map(({ name, columns }, i) => {
    const random = createRandom(seed).fork(`input-importance/${name}`);
    const raw = Float64Array.from({ length: repeats }, (_, r) => {
      const order = random.shuffle(Uint32Array.from({ length: requests.rowCount }, (__, row) => row));
      onProgress?.((i + (r + 1) / repeats) / ROUTER_INPUTS.length);
      return baseline - accuracy(withShuffled(requests, columns, order));
    });
    const mean = raw.reduce((sum, drop) => sum + drop, 0) / repeats;
    return { input: name, raw, mean, standardDeviation: Math.sqrt(raw.reduce((sum, drop) => sum + (drop - mean) ** 2, 0) / repeats), share: NaN };
  });
  const total = measured.reduce((sum, { mean }) => sum + Math.max(0, mean), 0);
  return measured.map((importance) => ({ ...importance, share: total > 0 ? Math.max(0, importance.mean) / total : NaN }));
}

/** The requests with some columns in another order, all of them in the same one. */
function withShuffled(requests: Requests, columns: RouterInput["columns"], order: Uint32Array): Requests {
  const shuffled: Partial<Record<RouterInput["columns"][number], Uint8Array | Float64Array>> = {};
  for (const column of columns) shuffled[column] = requests[column].map((_: number, row: number) => requests[column][order[row]]);
  return { ...requests, ...shuffled } as Requests;
}
