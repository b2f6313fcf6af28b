import { createRandom } from "../statistics/index.js";
/** At most `count` of the rows, drawn without replacement by the seed, in the order of the rows. */
export function sampleRows(rows, count, seed) {
    if (rows.length <= count)
        return rows;
    return createRandom(seed)
        .fork("sample-rows")
        .shuffle(Uint32Array.from(rows))
        .slice(0, count)
        .sort();
}
//# sourceMappingURL=sample-rows.js.map