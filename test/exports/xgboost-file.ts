import assert from "node:assert/strict";
import type { FeatureTable } from "lib/features";

/** A tree of a model's file: one entry a node in every list. */
interface FileTree {
  id: number;
  tree_param: Record<string, string>;
  left_children: number[];
  right_children: number[];
  parents: number[];
  split_indices: number[];
  split_conditions: number[];
  split_type: number[];
  default_left: number[];
  base_weights: number[];
  sum_hessian: number[];
  loss_changes: number[];
}

/** What XGBoost's doc/model.schema says of a file, as far as trees need it. */
export interface XgboostFile {
  version: [number, number, number];
  learner: {
    attributes: Record<string, string>;
    feature_names: string[];
    feature_types: string[];
    learner_model_param: Record<string, string>;
    objective: { name: string; reg_loss_param: { scale_pos_weight: string } };
    gradient_booster: {
      name: "gbtree";
      model: {
        gbtree_model_param: Record<string, string>;
        tree_info: number[];
        trees: FileTree[];
      };
    };
  };
}

const WHOLE = [
  "left_children",
  "right_children",
  "parents",
  "split_indices",
  "split_type",
  "default_left",
] as const;
const SINGLE = ["split_conditions", "base_weights", "sum_hessian", "loss_changes"] as const;
const EMPTY = ["categories", "categories_nodes", "categories_segments", "categories_sizes"];

/** Reads a model's file and holds it to the schema and to what XGBoost's reader needs besides. */
export function readXgboostFile(bytes: Uint8Array): XgboostFile {
  const text = Buffer.from(bytes).toString("utf8");
  const file = JSON.parse(text) as XgboostFile;
  const { learner } = file;
  const { model } = learner.gradient_booster;
  const columns = learner.feature_names.length;
  assert.deepEqual(file.version, [1, 7, 4]);
  assert.equal(learner.feature_types.length, columns);
  for (const value of Object.values(learner.attributes)) assert.equal(typeof value, "string");
  for (const param of [learner.learner_model_param, model.gbtree_model_param])
    for (const value of Object.values(param)) assert.match(value, /^\d+(e-?\d+)?$/);
  assert.equal(learner.learner_model_param.num_feature, String(columns));
  assert.equal(model.gbtree_model_param.num_trees, String(model.trees.length));
  assert.deepEqual(
    model.tree_info,
    model.trees.map(() => 0),
  );
  model.trees.forEach((tree, id) => {
    const nodes = tree.split_conditions.length;
    assert.equal(tree.id, id);
    assert.equal(tree.tree_param.num_nodes, String(nodes));
    assert.equal(tree.tree_param.num_feature, String(columns));
    for (const list of WHOLE) {
      assert.equal(tree[list].length, nodes, list);
      assert.ok(tree[list].every(Number.isInteger), list);
    }
    for (const list of SINGLE) {
      assert.equal(tree[list].length, nodes, list);
      // As XGBoost reads them.
      tree[list] = tree[list].map(Math.fround);
      assert.ok(tree[list].every(Number.isFinite), list);
    }
    for (const list of EMPTY) assert.deepEqual(tree[list as keyof FileTree], [], list);
    // Every node but the root is the child of the one it names as its parent.
    for (let node = 0; node < nodes; node++) {
      const [left, right] = [tree.left_children[node], tree.right_children[node]];
      assert.equal(left === -1, right === -1);
      if (left !== -1) for (const child of [left, right]) assert.equal(tree.parents[child], node);
      assert.ok(tree.split_indices[node] < columns);
    }
    assert.equal(tree.parents[0], 2147483647);
  });
  // XGBoost takes a number without point or exponent for an integer, and refuses it here.
  for (const [, list] of text.matchAll(
    new RegExp(`"(?:${SINGLE.join("|")})":\\[([^\\]]*)\\]`, "g"),
  ))
    for (const number of list.split(","))
      assert.match(number, /^-?\d(\.\d{1,8})?e-?\d+$/, "a number of single precision");
  return file;
}

/**
 * P(label = 1) of each row by a file alone: values rounded to single precision, below the condition
 * is left, a missing value goes where default_left says. Sums are exact here, so that only what the
 * file says is tested.
 */
export function predictByFile(file: XgboostFile, table: FeatureTable): Float64Array {
  const { feature_names: names, objective, gradient_booster: booster } = file.learner;
  assert.equal(names.length, table.names.length);
  return Float64Array.from({ length: table.rowCount }, (_, row) => {
    let sum = 0;
    for (const tree of booster.model.trees) {
      let node = 0;
      while (tree.left_children[node] !== -1) {
        const value = Math.fround(table.columns[tree.split_indices[node]][row]);
        const left = Number.isNaN(value)
          ? tree.default_left[node] === 1
          : value < tree.split_conditions[node];
        node = left ? tree.left_children[node] : tree.right_children[node];
      }
      sum += tree.split_conditions[node];
    }
    return objective.name === "binary:logistic" ? 1 / (1 + Math.exp(-sum)) : sum;
  });
}

/** The largest difference of two lists of probabilities. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  assert.equal(a.length, b.length);
  return Array.from(a).reduce((most, value, at) => Math.max(most, Math.abs(value - b[at])), 0);
}
