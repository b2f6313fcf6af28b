import { PLATFORMS } from "../campaign/index.js";
import { answered, groupIntoCells, selectRows } from "../requests/index.js";
import { quantileSorted, sortedCopy } from "../statistics/index.js";
import { simulate } from "./simulated-campaign.js";
/** Quantiles that are set side by side. */
const PROBABILITIES = [0.05, 0.5, 0.95];
/**
 * Simulates a plan and sets it against logs, cell by cell (workload, payload, window, pattern,
 * platform), cells in the order of the logs. Cells that only one side has are shown, without a
 * verdict.
 */
export function compareWithLogs(plan, logs, { seed, tolerance = 0.15, minimumRows = 30 }) {
    const observed = cellTimes(logs);
    const simulated = cellTimes(simulate(plan, { seed }).requests);
    const cells = [...new Set([...observed.keys(), ...simulated.keys()])].map((key) => {
        const seen = observed.get(key);
        const made = simulated.get(key);
        const { cell, platform } = (seen ?? made);
        const execution = seen && made ? fit(seen.execution, made.execution) : null;
        const response = seen && made ? fit(seen.response, made.response) : null;
        const observedRows = seen?.execution.length ?? 0;
        const simulatedRows = made?.execution.length ?? 0;
        const judged = execution && response && Math.min(observedRows, simulatedRows) >= minimumRows;
        const fits = judged
            ? Math.max(Math.abs(execution.medianError), Math.abs(response.medianError)) <= tolerance
            : null;
        return { cell, platform, observedRows, simulatedRows, execution, response, fits };
    });
    const rowsOf = (of, side) => of.reduce((sum, cell) => sum + cell[side], 0);
    const judged = cells.filter(({ fits }) => fits !== null);
    return {
        cells,
        tolerance,
        minimumRows,
        shareFitting: rowsOf(judged.filter(({ fits }) => fits), "observedRows") / rowsOf(judged, "observedRows"),
        observedRows: rowsOf(cells, "observedRows"),
        simulatedRows: rowsOf(cells, "simulatedRows"),
    };
}
/** Both clocks of every cell's answered requests. */
function cellTimes(requests) {
    const rows = selectRows(requests, answered(requests));
    const cells = groupIntoCells(rows);
    const members = new Map();
    for (let row = 0; row < rows.rowCount; row++) {
        const key = cells.codeOfRow[row] * PLATFORMS.length + rows.platform[row];
        const known = members.get(key);
        if (known)
            known.push(row);
        else
            members.set(key, [row]);
    }
    const times = new Map();
    for (const [key, of] of members) {
        const cell = cells.name(Math.floor(key / PLATFORMS.length));
        const platform = PLATFORMS[key % PLATFORMS.length];
        times.set(`${cell}, ${platform}`, {
            cell,
            platform,
            execution: sortedCopy(of.map((row) => rows.executionTimeMs[row])),
            response: sortedCopy(of.map((row) => rows.responseTimeMs[row])),
        });
    }
    return times;
}
function fit(observed, simulated) {
    const quantiles = (sorted) => PROBABILITIES.map((probability) => quantileSorted(sorted, probability));
    const seen = quantiles(observed);
    const made = quantiles(simulated);
    return { observed: seen, simulated: made, medianError: made[1] / seen[1] - 1 };
}
//# sourceMappingURL=compare-logs.js.map