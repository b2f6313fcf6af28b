import { readFile } from "node:fs/promises";
import path from "node:path";
import { fromArrow } from "arquero";
import { ColumnBuilder, TextColumnFound, } from "./column-builder.js";
import { fieldValue, readCsv } from "./read-csv.js";
import { readLines } from "./read-lines.js";
import { TableError } from "./table-error.js";
export { TableError } from "./table-error.js";
/**
 * Reads any labelled table: .csv (with a header), .jsonl (an object a line) or .arrow. A column of
 * numbers is numbers, of true and false is 1 and 0; anything else is coded by its distinct values
 * in order of appearance. An empty cell (NA, NaN, null) is missing. The label must take exactly two
 * values; the larger (by number, else by name) becomes 1.
 *
 * CSV and JSONL are streamed: a million rows of thirty columns take some seconds and 240 MB beside
 * the parser's own. Throws a TableError that names file, row or column and what would be right.
 */
export async function readLabelledTable(file, { label, features }) {
    const { columns, rowCount } = await readAnyTable(file, features && [label, ...features]);
    const names = [...columns.keys()];
    const wanted = features ?? names.filter((name) => name !== label);
    for (const name of [label, ...wanted])
        if (!columns.has(name))
            throw new TableError(`${file} has no column "${name}"; it has ${names.join(", ")}`);
    if (wanted.includes(label))
        throw new TableError(`"${label}" cannot be the label and a feature at once; leave it out of --features`);
    const built = wanted.map((name) => columns.get(name).finish(rowCount));
    return {
        features: {
            rowCount,
            names: [...wanted],
            columns: built.map(({ values }) => values),
            categories: built.map(({ categories }) => categories),
        },
        label: binaryLabel(file, label, columns.get(label).finish(rowCount)),
    };
}
/**
 * Reads until no column turns out to hold words that was taken for numbers. `only` leaves the other
 * columns of the file empty.
 */
async function readAnyTable(file, only) {
    const read = READERS[path.extname(file)];
    const text = new Set();
    if (!read)
        throw new TableError(`${file} is neither .csv, .jsonl nor .arrow`);
    for (;;) {
        const table = { columns: new Map(), rowCount: 0 };
        const column = (name) => {
            let builder = table.columns.get(name);
            if (!builder)
                table.columns.set(name, (builder = new ColumnBuilder(name, text.has(name))));
            return builder;
        };
        try {
            await read(file, table, column, (name) => only === undefined || only.includes(name));
            return table;
        }
        catch (error) {
            if (!(error instanceof TextColumnFound))
                throw error;
            text.add(error.column);
        }
    }
}
const READERS = {
    async ".csv"(file, table, column, isWanted) {
        let builders = [];
        await readCsv(file, (names) => {
            const twice = names.find((name, i) => names.indexOf(name) !== i);
            if (twice !== undefined)
                throw new TableError(`${file} has two columns named "${twice}"; give each its own name`);
            builders = names.map((name) => (isWanted(name) ? column(name) : (column(name), null)));
        }, (fields) => {
            for (let f = 0; f < fields.length; f++) {
                const builder = builders[f];
                const value = builder && fieldValue(fields[f]);
                if (builder)
                    builder.set(table.rowCount, value !== null && builder.isText ? fields[f] : value);
            }
            table.rowCount++;
        });
    },
    async ".jsonl"(file, table, column, isWanted) {
        let line = 0;
        for await (const lines of readLines(file)) {
            for (const text of lines) {
                line++;
                if (text.trim() === "")
                    continue;
                for (const [name, value] of Object.entries(parseLine(file, line, text)))
                    if (isWanted(name))
                        column(name).set(table.rowCount, plainValue(value));
                table.rowCount++;
            }
        }
    },
    async ".arrow"(file, table, column, isWanted) {
        const arrow = fromArrow(await readFile(file).catch((error) => {
            throw new TableError(`${file} cannot be read (${error.code ?? error.message}); name a .csv, .jsonl or ` +
                ".arrow file");
        }));
        table.rowCount = arrow.numRows();
        for (const name of arrow.columnNames()) {
            const builder = column(name);
            const values = arrow.array(name);
            if (isWanted(name))
                for (let row = 0; row < values.length; row++)
                    builder.set(row, plainValue(values[row]));
        }
    },
};
function parseLine(file, line, text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new TableError(`${file}, line ${line} is not JSON: ${error.message}`);
    }
}
function plainValue(value) {
    if (value === null ||
        value === undefined ||
        value === "" ||
        (typeof value === "number" && Number.isNaN(value)))
        return null;
    if (typeof value === "number" || typeof value === "boolean" || typeof value === "string")
        return value;
    if (typeof value === "bigint")
        return Number(value);
    return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}
function binaryLabel(file, label, { values, categories }) {
    const missing = values.findIndex(Number.isNaN);
    if (missing >= 0)
        throw new TableError(`${file}, row ${missing + 1}: "${label}" is empty; leave rows without a label out`);
    const distinct = new Set(values);
    if (distinct.size !== 2)
        throw new TableError(`"${label}" of ${file} takes ${distinct.size} values; a label takes two`);
    const [a, b] = distinct;
    const larger = categories ? (categories[a] > categories[b] ? a : b) : Math.max(a, b);
    return Uint8Array.from(values, (value) => Number(value === larger));
}
//# sourceMappingURL=read-table.js.map