import { batchType, Column as ArrowColumn, columnFromArray, columnFromValues, dictionary, float64, int32, tableFromColumns, tableToIPC, uint16, uint32, uint8, utf8, } from "@uwdata/flechette";
import { mapColumns } from "./columns.js";
/**
 * Typed columns as an Arrow IPC file, coded ones as dictionaries of names with null for a missing
 * code. Codes are handed over as they are: no string is made for a row. The same columns give the
 * same bytes.
 */
export function columnsToArrow(types, columns, coded, metadata) {
    const table = tableFromColumns(Object.keys(types).map((name) => {
        const values = columns[name];
        const code = coded[name];
        // Without values there is nothing to infer a type from.
        if (values.length === 0)
            return [name, columnFromValues([], code ? dictionary(utf8()) : arrowType(types[name]))];
        return [name, code ? codeColumn(values, code.names) : columnFromArray(values)];
    }));
    table.schema.metadata = new Map(Object.entries(metadata));
    return tableToIPC(table, { format: "file" });
}
/**
 * The columns back from a table that `columnsToArrow` wrote. A missing one is filled with what
 * `absent` says of it; throws TypeError where it says nothing.
 */
export function columnsFromArrow(types, table, coded, absent = () => undefined) {
    return mapColumns(types, (name, type) => {
        const column = table.getChild(name);
        const filler = absent(name);
        if (!column && filler !== undefined)
            return new type(table.numRows).fill(filler);
        if (!column)
            throw new TypeError(`these Arrow bytes lack the column ${String(name)}`);
        const code = coded[name];
        return code
            ? codesOf(column, code.names, code.none, type)
            : new type(column.toArray());
    });
}
function codeColumn(codes, names) {
    const { length } = codes;
    const small = names.length <= 256;
    const text = utf8();
    const type = dictionary(text, small ? uint8() : int32());
    const values = small ? new Uint8Array(length) : new Int32Array(length);
    const validity = new Uint8Array(Math.ceil(length / 8));
    let nullCount = 0;
    for (let row = 0; row < length; row++) {
        if (codes[row] < names.length) {
            values[row] = codes[row];
            validity[row >> 3] |= 1 << (row & 7);
        }
        else
            nullCount++;
    }
    const Batch = batchType(type);
    const batch = new Batch({
        length,
        nullCount,
        type,
        validity: nullCount > 0 ? validity : new Uint8Array(0),
        values,
    });
    batch.setDictionary(columnFromValues(names.length > 0 ? names : [""], text));
    return new ArrowColumn([batch], type);
}
function codesOf(column, names, none, type) {
    const code = new Map(names.map((name, i) => [name, i]));
    const codes = new type(column.length);
    let at = 0;
    for (const { length, validity, values, dictionary: of, } of column.data) {
        const own = Uint32Array.from(of.toArray(), (name) => code.get(name) ?? none);
        const valid = validity.length === 0;
        for (let row = 0; row < length; row++)
            codes[at++] = valid || (validity[row >> 3] >> (row & 7)) & 1 ? own[values[row]] : none;
    }
    return codes;
}
function arrowType(type) {
    return type === Uint8Array
        ? uint8()
        : type === Uint16Array
            ? uint16()
            : type === Uint32Array
                ? uint32()
                : float64();
}
//# sourceMappingURL=arrow-columns.js.map