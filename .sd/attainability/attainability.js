import { bestLookup } from "./lookup.js";
/** Floor and ceiling of a folded table. Throws on a table without rows. */
export function attainability(distinct) {
    let rows = 0;
    let positives = 0;
    let hits = 0;
    for (let v = 0; v < distinct.rows.length; v++) {
        rows += distinct.rows[v];
        positives += distinct.positives[v];
        hits += Math.max(distinct.positives[v], distinct.rows[v] - distinct.positives[v]);
    }
    if (!(rows > 0))
        throw new RangeError("a table without labelled rows has no floor and no ceiling");
    const [best1, best2, best3] = [1, 2, 3].map((size) => bestLookup(distinct, size));
    const ceiling = hits / rows;
    return {
        rows,
        distinctVectors: distinct.rows.length,
        constant: Math.max(positives, rows - positives) / rows,
        best1,
        best2,
        best3,
        ceiling,
        headroom: ceiling - best1.accuracy,
    };
}
//# sourceMappingURL=attainability.js.map