import {
  attainability,
  boundAttainability,
  coarseTable,
  crossFittedCeiling,
  foldDistinct,
  hardlyRepeats,
  outOfSampleCeiling,
  sampleRows,
  type Attainability,
  type CrossFittedCeiling,
  type DistinctVectors,
  type OutOfSampleCeiling,
  type Vectors,
} from "../attainability/index.js";
import type { CampaignPlan } from "../campaign/index.js";
import { takeColumns, takeRows, type FeatureTable, type LabelledTable } from "../features/index.js";
import type { Labels } from "../labels/index.js";
import {
  answered,
  clocked,
  timeBlocks,
  type FieldTypes,
  type Pairs,
  type Requests,
} from "../requests/index.js";
import { codeRows, type Blocks, type RowCodes } from "../statistics/index.js";
import type { AuditInput, ModelPredictions } from "./audit-input.js";
import type { Need } from "./check.js";
import { profileColumns, type ColumnProfile } from "./column-profile.js";
import { cellLevel } from "./judge.js";
import { findRuns, type Run } from "./runs.js";
import { featuresOfTheirOwn } from "./vectors.js";

/** A labelled table that lookups are made on. */
export interface LookupTable extends LabelledTable {
  /** Block of time of each row. */
  blockOfRow?: ArrayLike<number>;
}

/**
 * What several checks look at, each part computed when first asked for. A check asks only for what
 * it said it needs.
 */
export class AuditData {
  private readonly parts = new Map<string, unknown>();

  constructor(readonly input: AuditInput) {}

  has(need: Need): boolean {
    if (need !== "execution") return this.input[need] !== null;
    // Without any answer there is something else to say.
    return (
      this.input.requests !== null &&
      (this.answeredRows.length === 0 || this.clockedRows.length > 0)
    );
  }
  get requests(): Requests {
    return this.need("requests");
  }
  get pairs(): Pairs {
    return this.need("pairs");
  }
  get fieldTypes(): FieldTypes[] {
    return this.need("fieldTypes");
  }
  get labels(): Labels {
    return this.need("labels");
  }
  get table(): LabelledTable {
    return this.need("table");
  }
  get plan(): CampaignPlan {
    return this.need("plan");
  }
  get predictions(): ModelPredictions[] {
    return this.need("predictions");
  }

  /** Payload size of each request, KiB, measurement noise taken out. */
  get payloadKb(): Float64Array {
    return this.once("payloadKb", () => this.requests.payloadKb);
  }
  /** Rows that a platform answered. */
  get answeredRows(): Uint32Array {
    return this.once("answeredRows", () => answered(this.requests));
  }

  /** Those of them of which the platform's clock is known. */
  get clockedRows(): Uint32Array {
    return this.once("clockedRows", () => clocked(this.requests));
  }
  get runs(): Run[] {
    return this.once("runs", () => findRuns(this.requests));
  }

  /** Whether all requests are halves of pairs. */
  get everyRequestPaired(): boolean {
    return this.once(
      "everyRequestPaired",
      () => this.has("pairs") && !this.requests.pairIdHash.some((id) => Number.isNaN(id)),
    );
  }
  /** Rows that stand for one arrival each: of the halves of a pair, the one that was sent first. */
  get arrivalRows(): Uint32Array {
    return this.once("arrivalRows", () => {
      const second = new Uint8Array(this.requests.rowCount);
      if (this.has("pairs")) {
        const { count, ecsRow, lambdaRow, firstRow } = this.pairs;
        for (let pair = 0; pair < count; pair++)
          second[firstRow[pair] === ecsRow[pair] ? lambdaRow[pair] : ecsRow[pair]] = 1;
      }
      return Uint32Array.from(second, (_, row) => row).filter((row) => second[row] === 0);
    });
  }
  /** The runs with one row an arrival. */
  get arrivalRuns(): Run[] {
    return this.once("arrivalRuns", () => {
      const arrives = new Uint8Array(this.requests.rowCount);
      for (const row of this.arrivalRows) arrives[row] = 1;
      return this.runs.map((run) => ({ ...run, rows: run.rows.filter((row) => arrives[row]) }));
    });
  }

  get profiles(): ColumnProfile[] {
    return this.once("profiles", () => profileColumns(this.table.features));
  }
  /**
   * Rows of the table on which pairs of columns are compared: all of them, or a seeded sample,
   * ascending.
   */
  get sampleRows(): Uint32Array {
    return this.once("sampleRows", () => sampleRows(this.table.features.rowCount));
  }
  get sample(): FeatureTable {
    return this.once("sample", () => takeRows(this.table.features, this.sampleRows));
  }
  /**
   * False where feature vectors hardly repeat (`hardlyRepeats`), so that there is nothing to fold
   * and no lookup to make.
   */
  get foldable(): boolean {
    return this.once("foldable", () => {
      const { rowCount } = this.sample;
      return !hardlyRepeats(foldDistinct(this.sample, new Uint8Array(rowCount)));
    });
  }
  /**
   * What floor and ceiling are computed on: the table as it is; or, where nothing folds, half of
   * the sample of its rows, columns of many values in few bins (finer lookups would only know their
   * own rows).
   */
  get lookups(): LookupTable {
    return this.once("lookups", () =>
      this.foldable ? { ...this.table, blockOfRow: this.blockOfRow } : this.coarseRows(0),
    );
  }
  /**
   * The rows on which lookups that were chosen on `lookups` are judged. Where nothing folds these
   * are other rows: the best of thousands of triples of features looks good on the rows it was
   * chosen on, whatever it is.
   */
  get judging(): LookupTable {
    return this.once("judging", () => (this.foldable ? this.lookups : this.coarseRows(1)));
  }
  get distinct(): DistinctVectors {
    return this.once("distinct", () => foldDistinct(this.lookups.features, this.lookups.label));
  }
  /** Features that tell something which those before them do not, among the distinct vectors. */
  get ownFeatures(): number[] {
    return this.once("ownFeatures", () => featuresOfTheirOwn(this.distinct.features));
  }
  /** Rows of the table grouped by their exact features, where nothing folds. */
  get rowGroups(): RowCodes {
    return this.once("rowGroups", () =>
      codeRows(this.table.features.columns, this.table.features.rowCount),
    );
  }
  /**
   * Bounds of the ceiling by cross-fitting, on the sample: what is known of it where nothing folds.
   */
  get crossFitted(): CrossFittedCeiling {
    return this.once("crossFitted", () => {
      const { blockOfRow } = this;
      return crossFittedCeiling(this.sampleTable, {
        level: cellLevel(1),
        blockOfRow: blockOfRow && Float64Array.from(this.sampleRows, (row) => blockOfRow[row]),
      });
    });
  }
  private get sampleTable(): LabelledTable {
    const { label } = this.table;
    return {
      features: this.sample,
      label: Uint8Array.from(this.sampleRows, (row) => label[row]),
    };
  }
  /**
   * Floor and ceiling in sample; where nothing folds, the floor of lookups of few bins, and bounds
   * of the ceiling, both on the sample.
   */
  get attainability(): Attainability {
    return this.once("attainability", () =>
      this.foldable
        ? attainability(this.distinct)
        : {
            ...boundAttainability(this.sampleTable, this.crossFitted),
            rows: this.table.label.length,
            distinctVectors: this.rowGroups.codeCount,
          },
    );
  }
  /** Groups of the rows of `judging` by the values of these features. */
  groupsOn(names: readonly string[]): Vectors {
    const { features } = this.judging;
    const { codeOfRow, codeCount } = codeRows(
      takeColumns(features, names).columns,
      features.rowCount,
    );
    return { vectorOfRow: codeOfRow, vectorCount: codeCount };
  }
  /**
   * Blocks of time of the rows of a table of requests; undefined for other tables, whose rows are
   * taken as independent.
   */
  get blocks(): Blocks | undefined {
    return this.once("blocks", () => {
      const { requests, requestRow } = this.input;
      return requests && requestRow
        ? timeBlocks(Float64Array.from(requestRow, (row) => requests.timestampMs[row]))
        : undefined;
    });
  }
  get blockOfRow(): ArrayLike<number> | undefined {
    return this.blocks?.blockOfRow;
  }
  /**
   * The ceiling on new rows. Where nothing folds, a lookup of everything says nothing about new
   * rows: then both ends come from cross-fitting, and the high end stands for the in-sample
   * ceiling.
   */
  get outOfSample(): OutOfSampleCeiling {
    return this.once("outOfSample", () => {
      if (!this.foldable) {
        const { ceiling, reached } = this.crossFitted;
        return { ceiling, inSample: ceiling.high, heldOut: reached };
      }
      const { label, blockOfRow } = this.judging;
      return outOfSampleCeiling(this.distinct, label, { level: cellLevel(1), blockOfRow });
    });
  }
  /**
   * For each row of `judging`, where nothing folds, whether the cross-fitted learners were right.
   */
  get crossFittedCorrect(): Float64Array {
    return this.crossFitted.correct.filter((_, i) => i % 2 === 1);
  }

  /** Every second row of the sample from `first` on, columns of many values in few bins. */
  private coarseRows(first: 0 | 1): LookupTable {
    const rows = this.sampleRows.filter((_, i) => i % 2 === first);
    const { features, label } = this.table;
    const taken = takeRows(features, rows);
    const blockOfRow = this.blockOfRow;
    return {
      features: coarseTable(
        taken,
        this.profiles.map(({ coarseEdges }) => coarseEdges),
      ),
      label: Uint8Array.from(rows, (row) => label[row]),
      blockOfRow: blockOfRow && Float64Array.from(rows, (row) => blockOfRow[row]),
    };
  }

  private need<K extends Exclude<Need, "execution">>(part: K): NonNullable<AuditInput[K]> {
    const value = this.input[part];
    if (value === null) throw new Error(`a check that looks at ${part} must name it in its needs`);
    return value;
  }
  private once<T>(name: string, compute: () => T): T {
    if (!this.parts.has(name)) this.parts.set(name, compute());
    return this.parts.get(name) as T;
  }
}
