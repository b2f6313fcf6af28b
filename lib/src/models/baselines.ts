import {
  bestLookup,
  coarsen,
  coarseTable,
  foldDistinct,
  hardlyRepeats,
  tableEdges,
} from "../attainability/index.js";
import { takeColumns, type FeatureTable } from "../features/index.js";
import { InputError } from "../statistics/index.js";
import type { Classifier, ClassifierFamily, ModelArtefact } from "./classifier.js";
import { checkTrainingData, columnsOf } from "./training-data.js";

export interface ConstantOptions {
  /** Not used: nothing here is random. */
  seed: number;
}

export interface LookupOptions {
  /** Not used: nothing here is random. */
  seed: number;
  /**
   * How many features the lookup may use: the best set of that size on the training rows is taken.
   */
  size: number;
  /** The features to use instead of the best ones, or null. */
  features: readonly string[] | null;
}

/** The floor of floors: the share of label 1 in training, whatever the request. */
export const constantBaseline: ClassifierFamily<ConstantOptions> = {
  kind: "constant",
  title: "Constant",
  defaults: { seed: 42 },
  async fit(data) {
    const { weight, positiveWeight } = checkTrainingData(data);
    return new ConstantClassifier(positiveWeight / weight);
  },
};

/**
 * A lookup table over one to three features: the share of label 1 among the training rows with the
 * same values, and thus the larger class as the answer; values never seen together get the overall
 * share. Where most training rows have a feature vector of their own, columns of many values are
 * looked up in few bins (`coarseTable`), or the lookup would know its own rows only. Any model must
 * beat it to be worth its keep.
 */
export const lookupBaseline: ClassifierFamily<LookupOptions> = {
  kind: "lookup",
  title: "Lookup",
  defaults: { seed: 42, size: 1, features: null },
  async fit(data, options) {
    const { weight, positiveWeight } = checkTrainingData(data);
    const { size, features } = { ...lookupBaseline.defaults, ...options };
    if (!features && !(Number.isInteger(size) && size >= 1))
      throw new InputError(`a lookup is made of 1 or more features, not ${size}`);
    const exact = foldDistinct(data.features, data.label, data.weight);
    const edges = hardlyRepeats(exact)
      ? tableEdges(data.features)
      : data.features.names.map(() => null);
    const distinct = edges.some((of) => of !== null)
      ? foldDistinct(coarseTable(data.features, edges), data.label, data.weight)
      : exact;
    const names = features ? [...features] : bestLookup(distinct, size).features;
    const edgesOfNames = names.map((name) => edges[data.features.names.indexOf(name)] ?? null);
    const table = coarseTable(takeColumns(data.features, names), edgesOfNames);
    const cells = foldDistinct(table, data.label, data.weight);
    const share = cells.rows.map((rows, cell) =>
      rows > 0 ? cells.positives[cell] / rows : positiveWeight / weight,
    );
    return new LookupClassifier(names, cells.features.columns, share, {
      overall: positiveWeight / weight,
      edges: edgesOfNames,
    });
  },
};

const LOOKUP_TITLES = ["Lookup of one column", "Lookup of two columns", "Lookup of three columns"];

/**
 * The lookup of the best `size` columns (1 to 3) as a family of its own, so that several stand side
 * by side.
 */
export function lookupOf(size: number): ClassifierFamily<LookupOptions> {
  const title = LOOKUP_TITLES[size - 1];
  if (!title)
    throw new InputError(`a lookup here is of 1 to ${LOOKUP_TITLES.length} columns, not ${size}`);
  return {
    ...lookupBaseline,
    title,
    defaults: { ...lookupBaseline.defaults, size },
    fit: (data, options, control) => lookupBaseline.fit(data, { size, ...options }, control),
  };
}

export class ConstantClassifier implements Classifier {
  readonly kind = "constant";
  readonly featureNames: string[] = [];
  constructor(readonly share: number) {}

  predictProbability(features: FeatureTable): Float64Array {
    return new Float64Array(features.rowCount).fill(this.share);
  }

  toArtefact(): ModelArtefact {
    return {
      kind: this.kind,
      formatVersion: 1,
      featureNames: [],
      header: { share: this.share },
      binary: new Uint8Array(0),
    };
  }
}

export class LookupClassifier implements Classifier {
  readonly kind = "lookup";
  private readonly shareOfKey: Map<string, number>;

  readonly overall: number;
  readonly edges: readonly (Float64Array | null)[];

  /**
   * @param keys one column a feature, one entry a cell @param share P(label = 1) of each cell
   * @param rest `overall`: P(label = 1) of any other; `edges`: of each feature the values between
   *   which its bins lie, null where it is looked up as it is
   */
  constructor(
    readonly featureNames: string[],
    readonly keys: Float64Array[],
    readonly share: Float64Array,
    rest: { overall: number; edges: readonly (Float64Array | null)[] },
  ) {
    this.overall = rest.overall;
    this.edges = rest.edges;
    this.shareOfKey = new Map(Array.from(share, (value, cell) => [keyAt(keys, cell), value]));
  }

  predictProbability(features: FeatureTable): Float64Array {
    const columns = columnsOf(this.featureNames, features).map((column, f) =>
      coarsen(column, this.edges[f]),
    );
    const probability = new Float64Array(features.rowCount);
    for (let row = 0; row < probability.length; row++)
      probability[row] = this.shareOfKey.get(keyAt(columns, row)) ?? this.overall;
    return probability;
  }

  toArtefact(): ModelArtefact {
    const cells = this.share.length;
    const numbers = new Float64Array((this.keys.length + 1) * cells);
    [...this.keys, this.share].forEach((column, c) => numbers.set(column, c * cells));
    return {
      kind: this.kind,
      formatVersion: 1,
      featureNames: this.featureNames,
      header: {
        cells,
        overall: this.overall,
        edges: this.edges.map((of) => of && Array.from(of)),
      },
      binary: new Uint8Array(numbers.buffer),
    };
  }
}

export function loadConstant(artefact: ModelArtefact): ConstantClassifier {
  return new ConstantClassifier(artefact.header.share as number);
}

export function loadLookup({ featureNames, header, binary }: ModelArtefact): LookupClassifier {
  const cells = header.cells as number;
  const edges = header.edges as (number[] | null)[] | undefined;
  const numbers = new Float64Array(binary.slice().buffer);
  const columns = Array.from({ length: featureNames.length + 1 }, (_, c) =>
    numbers.slice(c * cells, (c + 1) * cells),
  );
  return new LookupClassifier(
    [...featureNames],
    columns.slice(0, -1),
    columns[columns.length - 1],
    {
      overall: header.overall as number,
      // Lookups written before there were bins have none.
      edges: featureNames.map((_, f) => {
        const of = edges?.[f];
        return of ? Float64Array.from(of) : null;
      }),
    },
  );
}

/** A row's values as text; adding 0 makes -0 the 0 it equals. */
function keyAt(columns: readonly Float64Array[], row: number): string {
  let key = "";
  for (const column of columns) key += `${column[row] + 0},`;
  return key;
}
