import type { Tree } from "../models/index.js";
import { singleText } from "./single-precision.js";
import type { XgboostTree, XgboostTrees } from "./xgboost-trees.js";

/** The version of XGBoost whose files these are like; later ones read them. */
const VERSION = [1, 7, 4];

/** What XGBoost writes for the parent of a root. */
const NO_PARENT = 2 ** 31 - 1;

/**
 * A model as XGBoost's JSON (SOURCES, XGBoost's files): the columns' names in their
 * order, the trees, and `attributes` (texts by name) beside them. Gains of splits are not known
 * here and stand as 0; `sum_hessian` holds the weight of the training rows that came by. In bytes,
 * since a large forest is more than a text can hold.
 */
export function xgboostJson(
  { objective, baseScore, parallel, trees }: XgboostTrees,
  columns: readonly string[],
  attributes: Readonly<Record<string, string>>,
): Uint8Array {
  const learner = {
    attributes,
    feature_names: columns,
    feature_types: columns.map(() => "float"),
    learner_model_param: {
      base_score: singleText(baseScore),
      boost_from_average: "0",
      num_class: "0",
      num_feature: String(columns.length),
      num_target: "1",
    },
    objective: { name: objective, reg_loss_param: { scale_pos_weight: "1" } },
  };
  const booster = {
    gbtree_model_param: {
      num_parallel_tree: String(parallel ? trees.length : 1),
      num_trees: String(trees.length),
      size_leaf_vector: "0",
    },
    tree_info: trees.map(() => 0),
  };
  return Buffer.concat([
    Buffer.from(`{"version":${JSON.stringify(VERSION)},"learner":${opened(learner)}`),
    Buffer.from(`"gradient_booster":{"name":"gbtree","model":${opened(booster)}"trees":[\n`),
    ...trees.map((tree, id) =>
      Buffer.from(
        treeJson(tree, id, columns.length) + (id + 1 < trees.length ? ",\n" : "\n]}}}}\n"),
      ),
    ),
  ]);
}

/** An object as JSON that goes on with another field. */
function opened(object: object): string {
  return `${JSON.stringify(object).slice(0, -1)},`;
}

function treeJson({ tree, condition }: XgboostTree, id: number, columns: number): string {
  const { feature, left, missingLeft, cover } = tree;
  const nodes = feature.length;
  const whole = (value: (node: number) => number): string =>
    `[${Array.from(feature, (_, node) => value(node)).join(",")}]`;
  const single = (value: (node: number) => number): string =>
    `[${Array.from(feature, (_, node) => singleText(Math.fround(value(node)))).join(",")}]`;
  const inner = (node: number): boolean => feature[node] >= 0;
  const parents = parentsOf(tree);
  const weights = meansOf(tree, condition);
  const param = {
    num_deleted: "0",
    num_feature: String(columns),
    num_nodes: String(nodes),
    size_leaf_vector: "0",
  };
  const fields: Record<string, string> = {
    id: String(id),
    tree_param: JSON.stringify(param),
    left_children: whole((node) => (inner(node) ? left[node] : -1)),
    right_children: whole((node) => (inner(node) ? left[node] + 1 : -1)),
    parents: whole((node) => parents[node]),
    split_indices: whole((node) => Math.max(0, feature[node])),
    split_conditions: single((node) => condition[node]),
    split_type: whole(() => 0),
    default_left: whole((node) => (inner(node) ? missingLeft[node] : 0)),
    base_weights: single((node) => weights[node]),
    sum_hessian: single((node) => cover[node]),
    loss_changes: single(() => 0),
    categories: "[]",
    categories_nodes: "[]",
    categories_segments: "[]",
    categories_sizes: "[]",
  };
  return `{${Object.entries(fields)
    .map(([name, text]) => `"${name}":${text}`)
    .join(",")}}`;
}

function parentsOf({ feature, left }: Tree): Int32Array {
  const parents = new Int32Array(feature.length).fill(NO_PARENT);
  for (let node = 0; node < feature.length; node++)
    if (feature[node] >= 0) parents[left[node]] = parents[left[node] + 1] = node;
  return parents;
}

/** What a node's training rows get on average; a leaf's own value. */
function meansOf({ feature, left, cover }: Tree, condition: Float32Array): Float64Array {
  const means = Float64Array.from(condition);
  // Children come after their parents.
  for (let node = feature.length - 1; node >= 0; node--) {
    if (feature[node] < 0) continue;
    const [a, b] = [left[node], left[node] + 1];
    const weight = cover[a] + cover[b];
    means[node] =
      weight > 0 ? (cover[a] * means[a] + cover[b] * means[b]) / weight : (means[a] + means[b]) / 2;
  }
  return means;
}
