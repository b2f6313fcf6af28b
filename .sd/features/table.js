/** The rows of `table` at `rows`, in that order. */
export function takeRows(table, rows) {
    const columns = table.columns.map((column) => {
        const taken = new Float64Array(rows.length);
        for (let i = 0; i < rows.length; i++)
            taken[i] = column[rows[i]];
        return taken;
    });
    return { ...table, rowCount: rows.length, columns };
}
/** The columns of `table` with these names, in that order. Throws on a name it does not have. */
export function takeColumns(table, names) {
    const indices = names.map((name) => {
        const index = table.names.indexOf(name);
        if (index < 0)
            throw new Error(`the table has no feature "${name}"; it has ${table.names.join(", ")}`);
        return index;
    });
    return {
        rowCount: table.rowCount,
        names: [...names],
        columns: indices.map((i) => table.columns[i]),
        categories: indices.map((i) => table.categories[i]),
    };
}
//# sourceMappingURL=table.js.map