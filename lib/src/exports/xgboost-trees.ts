import type { FeatureTable } from "../features/index.js";
import {
  columnsOf,
  thresholdOf,
  type Classifier,
  type GradientBoostingClassifier,
  type RandomForestClassifier,
  type Tree,
  type TreeEnsemble,
} from "../models/index.js";
import { InputError, sortNumbers } from "../statistics/index.js";
import { firstSingleAbove, LARGEST_SINGLE } from "./single-precision.js";

/**
 * A tree as XGBoost walks it: a value of single precision goes left where it is below `condition`.
 */
export interface XgboostTree {
  /** Nodes, split features, children and sides of missing values, which are the same there. */
  tree: Tree;
  /** Of each node: where it splits; what a leaf adds. */
  condition: Float32Array;
}

/** Trees whose sum, as XGBoost makes it, is P(label = 1) or its log-odds. */
export interface XgboostTrees {
  /** What becomes of the sum: its logistic function, or nothing. */
  objective: "binary:logistic" | "reg:squarederror";
  /** What XGBoost adds to the sum, before the logistic function: nothing, which it writes so. */
  baseScore: number;
  /** Whether the trees are one round of many (a forest), or as many rounds. */
  parallel: boolean;
  trees: XgboostTree[];
}

/** Kinds of models that are trees, and how each is put into XGBoost's terms. */
const CONVERTED: Readonly<Record<string, (classifier: Classifier) => Converted>> = {
  "gradient-boosting": (classifier) => boosted(classifier as GradientBoostingClassifier),
  "random-forest": (classifier) => forest(classifier as RandomForestClassifier),
};

/**
 * Throws an InputError where a model of this kind (in words, `shown`) cannot be written for
 * XGBoost.
 */
export function requireTrees(kind: string, shown = `"${kind}"`): void {
  if (!Object.hasOwn(CONVERTED, kind))
    throw new InputError(
      `${shown} is no model of trees, which is all that XGBoost's format holds: choose ` +
        XGBOOST_KINDS.join(" or "),
    );
}

/** Kinds of models that can be written for XGBoost. */
export const XGBOOST_KINDS: readonly string[] = Object.keys(CONVERTED);

interface Converted extends Omit<XgboostTrees, "trees"> {
  ensemble: TreeEnsemble;
  /** What a leaf of this value adds, in the tree of this number. */
  leaf(value: number, tree: number): number;
  /** Trees of one leaf before and after those of the ensemble. */
  before: number[];
  after: number[];
}

/**
 * A model of trees in XGBoost's terms. A value goes left here where it is at most a threshold of
 * double precision; there, where it is below one of single precision, to which the value is
 * rounded. The threshold becomes the first number of single precision above it, which for values
 * of single precision is the same; where it would put a value of `table` (the run's rows) on the
 * other side, one beside it that does not. Throws an InputError where the model is no tree, and
 * where a value of the table is beyond single precision.
 */
export function xgboostTrees(classifier: Classifier, table: FeatureTable): XgboostTrees {
  requireTrees(classifier.kind);
  const { ensemble, leaf, before, after, ...said } = CONVERTED[classifier.kind](classifier);
  const columns = columnsOf(classifier.featureNames, table);
  const splitAt = ensemble.bins.map(({ edges }, f) =>
    conditionsOf(edges, columns[f], classifier.featureNames[f]),
  );
  const conditions = (tree: Tree, t: number): Float32Array =>
    Float32Array.from(tree.feature, (f, node) =>
      f < 0
        ? leaf(tree.value[node], t)
        : thresholdOf(ensemble, t, node) === Infinity
          ? LARGEST_SINGLE
          : splitAt[f][tree.code[node]],
    );
  const cover = ensemble.trees[0]?.cover[0] ?? 1;
  return {
    ...said,
    trees: [
      ...before.map((value) => oneLeaf(value, cover)),
      ...ensemble.trees.map((tree, t) => ({ tree, condition: conditions(tree, t) })),
      ...after.map((value) => oneLeaf(value, cover)),
    ],
  };
}

/**
 * What the trees start from is a tree of one leaf: XGBoost's own place for it takes a probability
 * of single precision, which loses what lies near 1.
 */
function boosted({ ensemble, report }: GradientBoostingClassifier): Converted {
  return {
    objective: "binary:logistic",
    baseScore: 0.5,
    parallel: false,
    ensemble,
    leaf: (value) => value,
    before: [report.baseScore],
    after: [],
  };
}

/** Sums of such steps are exact in single precision up to one half. */
const STEP = 2 ** -25;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * XGBoost adds trees up and does not average them: each leaf is the share less one half, over the
 * number of trees, and a last tree of one leaf gives the half back. Added up in single precision as
 * they are, thousands of equal leaves are rounded thousands of times to the same side. So leaves
 * are whole steps of 2^-25, whose sums are exact, rounded up or down in turn by the golden ratio's
 * sequence, which keeps what is rounded away near nothing over the trees.
 */
function forest({ ensemble }: RandomForestClassifier): Converted {
  const count = ensemble.trees.length;
  return {
    objective: "reg:squarederror",
    baseScore: 0,
    parallel: true,
    ensemble,
    leaf: (value, tree) =>
      STEP * Math.floor((value - 0.5) / count / STEP + (((tree + 1) * GOLDEN) % 1)),
    before: [],
    after: [0.5],
  };
}

/** For each edge of a feature's bins, what a value of single precision must be below. */
function conditionsOf(edges: Float64Array, column: Float64Array, name: string): Float64Array {
  const values = sortNumbers(column.filter((value) => !Number.isNaN(value)));
  for (const value of [values[0], values[values.length - 1]])
    if (Math.abs(Math.fround(value)) > LARGEST_SINGLE)
      throw new InputError(
        `the column "${name}" holds ${value}, which XGBoost cannot: its numbers end at ` +
          `${LARGEST_SINGLE.toPrecision(3)}; leave such rows out and train again`,
      );
  let at = 0;
  return edges.map((edge) => {
    while (at < values.length && values[at] <= edge) at++;
    const below = Math.fround(values[at - 1] ?? -Infinity);
    const above = Math.fround(values[at] ?? Infinity);
    const first = Math.min(firstSingleAbove(edge), LARGEST_SINGLE);
    // Two values that are one in single precision are not told apart by any condition.
    return (below < first && first <= above) || below === above
      ? first
      : Math.min(above, LARGEST_SINGLE);
  });
}

function oneLeaf(value: number, cover: number): XgboostTree {
  const tree: Tree = {
    feature: Int32Array.of(-1),
    code: new Uint8Array(1),
    missingLeft: new Uint8Array(1),
    left: new Int32Array(1),
    value: Float64Array.of(value),
    cover: Float64Array.of(cover),
  };
  return { tree, condition: Float32Array.of(value) };
}

/** P(label = 1) for each row as XGBoost computes it: in single precision, tree after tree. */
export function predictInSingle(
  { trees, objective }: XgboostTrees,
  columns: readonly Float64Array[],
): Float64Array {
  const rounded = columns.map((column) => Float32Array.from(column));
  const sums = new Float32Array(columns[0].length);
  for (const { tree, condition } of trees)
    for (let row = 0; row < sums.length; row++) {
      let node = 0;
      while (tree.feature[node] >= 0) {
        const value = rounded[tree.feature[node]][row];
        const left = value !== value ? tree.missingLeft[node] === 1 : value < condition[node];
        node = tree.left[node] + (left ? 0 : 1);
      }
      sums[row] += condition[node];
    }
  return Float64Array.from(sums, (sum) =>
    objective === "binary:logistic" ? Math.fround(1 / (1 + Math.exp(-sum))) : sum,
  );
}
