import { attainability, clusteredMean, foldDistinct, inSampleCorrectness, outOfSampleCeiling, } from "../attainability/index.js";
import { takeColumns, takeRows } from "../features/index.js";
import { answered, timeBlocks } from "../requests/index.js";
import { codeRows, createRandom } from "../statistics/index.js";
import { coarsen, profileColumns } from "./column-profile.js";
import { cellLevel } from "./judge.js";
import { groupRows } from "./row-groups.js";
import { findRuns } from "./runs.js";
import { featuresOfTheirOwn } from "./vectors.js";
/** Rows that pair-wise looks at columns are made on. */
const SAMPLE_ROWS = 20_000;
/**
 * What several checks look at, each part computed when first asked for. A check asks only for what
 * it said it needs.
 */
export class AuditData {
    input;
    parts = new Map();
    constructor(input) {
        this.input = input;
    }
    has(need) {
        return this.input[need] !== null;
    }
    get requests() {
        return this.need("requests");
    }
    get fieldTypes() {
        return this.need("fieldTypes");
    }
    get labels() {
        return this.need("labels");
    }
    get table() {
        return this.need("table");
    }
    get plan() {
        return this.need("plan");
    }
    get predictions() {
        return this.need("predictions");
    }
    /** Payload size of each request, KiB, measurement noise taken out. */
    get payloadKb() {
        return this.once("payloadKb", () => this.requests.payloadKb);
    }
    /** Rows that a platform answered. */
    get answeredRows() {
        return this.once("answeredRows", () => answered(this.requests));
    }
    get runs() {
        return this.once("runs", () => findRuns(this.requests));
    }
    get profiles() {
        return this.once("profiles", () => profileColumns(this.table.features));
    }
    /**
     * Rows of the table on which pairs of columns are compared: all of them, or a seeded sample,
     * ascending.
     */
    get sampleRows() {
        return this.once("sampleRows", () => sampleRows(this.table.features.rowCount));
    }
    get sample() {
        return this.once("sample", () => takeRows(this.table.features, this.sampleRows));
    }
    /**
     * False where nearly every row has a feature vector of its own, so that there is nothing to fold
     * and no lookup to make.
     */
    get foldable() {
        return this.once("foldable", () => {
            const { rowCount } = this.sample;
            return foldDistinct(this.sample, new Uint8Array(rowCount)).rows.length <= rowCount / 2;
        });
    }
    /**
     * What floor and ceiling are computed on: the table as it is; or, where nothing folds, half of
     * the sample of its rows, columns of many values in few bins (finer lookups would only know their
     * own rows).
     */
    get lookups() {
        return this.once("lookups", () => this.foldable ? { ...this.table, blockOfRow: this.blockOfRow } : this.coarseRows(0));
    }
    /**
     * The rows on which lookups that were chosen on `lookups` are judged. Where nothing folds these
     * are other rows: the best of thousands of triples of features looks good on the rows it was
     * chosen on, whatever it is.
     */
    get judging() {
        return this.once("judging", () => (this.foldable ? this.lookups : this.coarseRows(1)));
    }
    get distinct() {
        return this.once("distinct", () => foldDistinct(this.lookups.features, this.lookups.label));
    }
    /** Features that tell something which those before them do not, among the distinct vectors. */
    get ownFeatures() {
        return this.once("ownFeatures", () => featuresOfTheirOwn(this.distinct.features));
    }
    /** Rows of the table grouped by their exact features, where nothing folds. */
    get rowGroups() {
        return this.once("rowGroups", () => groupRows(this.table.features.columns, this.table.features.rowCount));
    }
    /**
     * Floor and ceiling in sample. Where nothing folds, the floor comes from `lookups`, the ceiling
     * from all rows as they are.
     */
    get attainability() {
        return this.once("attainability", () => {
            const found = attainability(this.distinct);
            const { label } = this.table;
            if (this.foldable)
                return found;
            const { codeOfRow, codeCount } = this.rowGroups;
            const ceiling = clusteredMean(inSampleCorrectness(codeOfRow, codeCount, label)).mean;
            return {
                ...found,
                rows: label.length,
                distinctVectors: codeCount,
                ceiling,
                headroom: ceiling - found.best1.accuracy,
            };
        });
    }
    /** Groups of the rows of `judging` by the values of these features. */
    groupsOn(names) {
        const { features } = this.judging;
        const { codeOfRow, codeCount } = codeRows(takeColumns(features, names).columns, features.rowCount);
        return { vectorOfRow: codeOfRow, vectorCount: codeCount };
    }
    /**
     * Blocks of time of the rows of a table of requests; undefined for other tables, whose rows are
     * taken as independent.
     */
    get blocks() {
        return this.once("blocks", () => {
            const { requests, requestRow } = this.input;
            return requests && requestRow
                ? timeBlocks(Float64Array.from(requestRow, (row) => requests.timestampMs[row]))
                : undefined;
        });
    }
    get blockOfRow() {
        return this.blocks?.blockOfRow;
    }
    /**
     * The ceiling on new rows. Where nothing folds, a lookup of everything says nothing about new
     * rows: then the low end is what the best lookup of up to three features reaches on rows it was
     * not chosen on, and the high end the in-sample ceiling.
     */
    get outOfSample() {
        return this.once("outOfSample", () => {
            const { label, blockOfRow } = this.judging;
            const level = cellLevel(1);
            if (this.foldable)
                return outOfSampleCeiling(this.distinct, label, { level, blockOfRow });
            const { best1, best2, best3, ceiling } = this.attainability;
            const lookups = [best1, best2, best3].map(({ features }) => outOfSampleCeiling(this.groupsOn(features), label, { level, blockOfRow }));
            const best = lookups.reduce((a, b) => (b.heldOut > a.heldOut ? b : a));
            return {
                ceiling: { ...best.ceiling, high: ceiling },
                inSample: ceiling,
                heldOut: best.heldOut,
            };
        });
    }
    /** Every second row of the sample from `first` on, columns of many values in few bins. */
    coarseRows(first) {
        const rows = this.sampleRows.filter((_, i) => i % 2 === first);
        const { features, label } = this.table;
        const taken = takeRows(features, rows);
        const blockOfRow = this.blockOfRow;
        return {
            features: {
                ...taken,
                columns: taken.columns.map((column, f) => coarsen(column, this.profiles[f])),
                categories: taken.categories.map((names, f) => this.profiles[f].coarseEdges ? null : names),
            },
            label: Uint8Array.from(rows, (row) => label[row]),
            blockOfRow: blockOfRow && Float64Array.from(rows, (row) => blockOfRow[row]),
        };
    }
    need(part) {
        const value = this.input[part];
        if (value === null)
            throw new Error(`a check that looks at ${part} must name it in its needs`);
        return value;
    }
    once(name, compute) {
        if (!this.parts.has(name))
            this.parts.set(name, compute());
        return this.parts.get(name);
    }
}
/**
 * A systematic sample with a seeded start: every k-th row, so that all stretches of a log are in
 * it.
 */
function sampleRows(rowCount) {
    if (rowCount <= SAMPLE_ROWS)
        return Uint32Array.from({ length: rowCount }, (_, row) => row);
    const step = rowCount / SAMPLE_ROWS;
    const start = createRandom("audit sample").uniform() * step;
    return Uint32Array.from({ length: SAMPLE_ROWS }, (_, i) => Math.min(rowCount - 1, Math.floor(start + i * step)));
}
//# sourceMappingURL=audit-data.js.map