import { codeRows } from "../statistics/index.js";
/** Slots over the judged rows. */
export function slotsOf({ cellOfRow, cellCount, blockOfRow }, judged) {
    const { codeOfRow, codeCount, firstRow } = codeRows([blockOfRow, cellOfRow], cellOfRow.length);
    const cellOfSlot = Uint32Array.from(firstRow, (row) => cellOfRow[row]);
    const blockOfSlot = Uint32Array.from(firstRow, (row) => blockOfRow[row]);
    return {
        sum(value) {
            const sums = new Float64Array(codeCount);
            for (let row = 0; row < judged.length; row++)
                if (judged[row] === 1)
                    sums[codeOfRow[row]] += value(row);
            return sums;
        },
        byCell(sums, blockWeight) {
            const cells = new Float64Array(cellCount);
            for (let slot = 0; slot < codeCount; slot++)
                cells[cellOfSlot[slot]] += blockWeight[blockOfSlot[slot]] * sums[slot];
            return cells;
        },
    };
}
//# sourceMappingURL=slots.js.map