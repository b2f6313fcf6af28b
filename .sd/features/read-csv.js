import { readLines } from "./read-lines.js";
import { TableError } from "./table-error.js";
/** Fields that stand for nothing. */
const MISSING_FIELDS = new Set(["", "NA", "NaN", "nan", "null"]);
/**
 * Streams a CSV file (RFC 4180: a header, commas, fields in double quotes may hold commas, line
 * ends and doubled quotes). `onHeader` gets the names; `onRow` each row's fields, as text, and the
 * line it begins on. Throws a TableError for a row that has not as many fields as the header, and
 * for a quote that is never closed.
 */
export async function readCsv(file, onHeader, onRow) {
    let names = null;
    let line = 0;
    let open = "";
    let openSince = 0;
    for await (const lines of readLines(file)) {
        for (const text of lines) {
            line++;
            const record = open === "" ? text : `${open}\n${text}`;
            if (record.includes('"') && !isClosed(record)) {
                if (open === "")
                    openSince = line;
                open = record;
                continue;
            }
            const from = open === "" ? line : openSince;
            open = "";
            // A blank line is no row of one missing field.
            if (record.trim() === "")
                continue;
            const fields = record.includes('"') ? splitQuoted(record) : record.split(",");
            if (names === null)
                onHeader((names = fields.map((name) => name.trim())));
            else if (fields.length === names.length)
                onRow(fields, from);
            else
                throw new TableError(`${file}, line ${from} has ${fields.length} fields where the header has ` +
                    `${names.length}; quote fields that hold commas`);
        }
    }
    if (open !== "")
        throw new TableError(`${file}, line ${openSince} opens a quote that is never closed`);
    if (names === null)
        throw new TableError(`${file} is empty; the first line of a .csv names its columns`);
}
/** A field's value: nothing, a number, true or false, or the text itself. */
export function fieldValue(field) {
    if (MISSING_FIELDS.has(field))
        return null;
    const value = Number(field);
    if (!Number.isNaN(value) && field.trim() !== "")
        return value;
    return field === "true" || field === "True"
        ? true
        : field === "false" || field === "False"
            ? false
            : field;
}
/** Quotes come in pairs, the doubled ones too. */
function isClosed(record) {
    let quotes = 0;
    for (let at = record.indexOf('"'); at >= 0; at = record.indexOf('"', at + 1))
        quotes++;
    return quotes % 2 === 0;
}
function splitQuoted(record) {
    const fields = [];
    for (let at = 0; at <= record.length; at++) {
        if (record[at] !== '"') {
            const comma = record.indexOf(",", at);
            const end = comma < 0 ? record.length : comma;
            fields.push(record.slice(at, end));
            at = end;
            continue;
        }
        let close = record.indexOf('"', at + 1);
        while (record[close + 1] === '"')
            close = record.indexOf('"', close + 2);
        fields.push(record.slice(at + 1, close).replaceAll('""', '"'));
        const comma = record.indexOf(",", close);
        at = comma < 0 ? record.length : comma;
    }
    return fields;
}
//# sourceMappingURL=read-csv.js.map