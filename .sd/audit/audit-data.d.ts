import { type Attainability, type DistinctVectors, type OutOfSampleCeiling, type Vectors } from "../attainability/index.js";
import type { CampaignPlan } from "../campaign/index.js";
import { type FeatureTable, type LabelledTable } from "../features/index.js";
import type { Labels } from "../labels/index.js";
import { type FieldTypes, type Requests } from "../requests/index.js";
import { type Blocks, type RowCodes } from "../statistics/index.js";
import type { AuditInput, ModelPredictions } from "./audit-input.js";
import type { Need } from "./check.js";
import { type ColumnProfile } from "./column-profile.js";
import { type Run } from "./runs.js";
/** A labelled table that lookups are made on. */
export interface LookupTable extends LabelledTable {
    /** Block of time of each row. */
    blockOfRow?: ArrayLike<number>;
}
/**
 * What several checks look at, each part computed when first asked for. A check asks only for what
 * it said it needs.
 */
export declare class AuditData {
    readonly input: AuditInput;
    private readonly parts;
    constructor(input: AuditInput);
    has(need: Need): boolean;
    get requests(): Requests;
    get fieldTypes(): FieldTypes[];
    get labels(): Labels;
    get table(): LabelledTable;
    get plan(): CampaignPlan;
    get predictions(): ModelPredictions[];
    /** Payload size of each request, KiB, measurement noise taken out. */
    get payloadKb(): Float64Array;
    /** Rows that a platform answered. */
    get answeredRows(): Uint32Array;
    get runs(): Run[];
    get profiles(): ColumnProfile[];
    /**
     * Rows of the table on which pairs of columns are compared: all of them, or a seeded sample,
     * ascending.
     */
    get sampleRows(): Uint32Array;
    get sample(): FeatureTable;
    /**
     * False where nearly every row has a feature vector of its own, so that there is nothing to fold
     * and no lookup to make.
     */
    get foldable(): boolean;
    /**
     * What floor and ceiling are computed on: the table as it is; or, where nothing folds, half of
     * the sample of its rows, columns of many values in few bins (finer lookups would only know their
     * own rows).
     */
    get lookups(): LookupTable;
    /**
     * The rows on which lookups that were chosen on `lookups` are judged. Where nothing folds these
     * are other rows: the best of thousands of triples of features looks good on the rows it was
     * chosen on, whatever it is.
     */
    get judging(): LookupTable;
    get distinct(): DistinctVectors;
    /** Features that tell something which those before them do not, among the distinct vectors. */
    get ownFeatures(): number[];
    /** Rows of the table grouped by their exact features, where nothing folds. */
    get rowGroups(): RowCodes;
    /**
     * Floor and ceiling in sample. Where nothing folds, the floor comes from `lookups`, the ceiling
     * from all rows as they are.
     */
    get attainability(): Attainability;
    /** Groups of the rows of `judging` by the values of these features. */
    groupsOn(names: readonly string[]): Vectors;
    /**
     * Blocks of time of the rows of a table of requests; undefined for other tables, whose rows are
     * taken as independent.
     */
    get blocks(): Blocks | undefined;
    get blockOfRow(): ArrayLike<number> | undefined;
    /**
     * The ceiling on new rows. Where nothing folds, a lookup of everything says nothing about new
     * rows: then the low end is what the best lookup of up to three features reaches on rows it was
     * not chosen on, and the high end the in-sample ceiling.
     */
    get outOfSample(): OutOfSampleCeiling;
    /** Every second row of the sample from `first` on, columns of many values in few bins. */
    private coarseRows;
    private need;
    private once;
}
