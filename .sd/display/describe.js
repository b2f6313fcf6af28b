/**
 * Summarises the numeric columns of a table of at most a few thousand rows, by danfo's `describe`.
 * Missing values are counted and left out first: danfo's own summary of a column with one is NaN.
 * Columns without any number are left out. danfo (and TensorFlow.js below it) is loaded by the
 * first call. Throws above 20,000 rows, where danfo takes minutes.
 */
export async function describeRows(rows) {
    if (rows.length > MAX_ROWS)
        throw new RangeError(`${rows.length} rows are too many for danfo (at most ${MAX_ROWS}): describe an ` +
            "aggregate or a sample");
    const { Series } = (await import("danfojs-node")).default;
    const records = rows;
    const columns = new Set(records.flatMap((row) => Object.keys(row)));
    const summaries = [];
    for (const column of columns) {
        const numbers = records
            .map((row) => row[column])
            .filter((value) => typeof value === "number" && Number.isFinite(value));
        if (numbers.length === 0)
            continue;
        const [count, mean, std, min, median, max] = new Series(numbers).describe().values;
        summaries.push({
            column,
            count,
            missing: rows.length - count,
            mean,
            std: count > 1 ? std : NaN,
            min,
            median,
            max,
        });
    }
    return summaries;
}
const MAX_ROWS = 20_000;
//# sourceMappingURL=describe.js.map