import { scheduleRuns } from "../campaign/index.js";
import { formatNumber, tableText } from "../display/index.js";
/**
 * A plan fitted to logs, as text: what was fitted, how much of the logs its simulation reproduces,
 * and the cells it does not.
 */
export function fitText(plan, { cells, tolerance, minimumRows, shareFitting }, logs, seed) {
    const judged = cells.filter(({ fits }) => fits !== null);
    const misfits = judged.filter(({ fits }) => fits === false);
    const rows = judged.reduce((sum, cell) => sum + cell.observedRows, 0);
    const workloads = plan.workloads.map(({ workload, payloadKb, demand, lambdaMemoryMb }) => {
        const [low, high] = demand.waitMs;
        return {
            workload,
            sizes: payloadKb.map((kb) => formatNumber(kb, "number")).join(", "),
            low,
            high,
            memory: lambdaMemoryMb,
        };
    });
    const runs = scheduleRuns(plan).map(({ run: { window, pattern, startsAt }, durationMs, expectedRequests }) => ({
        window,
        pattern,
        startsAt,
        minutes: durationMs / 60_000,
        rate: expectedRequests / (durationMs / 1000),
    }));
    const lines = [
        `A plan fitted to ${logs}; link, keep-alive, places in a task and buffers are defaults, ` +
            "which logs cannot tell.",
        "",
        tableText(workloads, {
            columns: "workload | sizes::payloads (KiB) | low:ms:wait from | high:ms:to | memory:count:Lambda MB",
        }),
        "",
        tableText(runs, {
            columns: "window | pattern | startsAt::starts at (UTC) | minutes:number | rate:number:requests/s",
        }),
        "",
        judged.length === 0
            ? `No cell has ${minimumRows} or more answered requests on both sides: nothing can be ` +
                "said about the fit."
            : `One simulation (seed ${seed}) against the logs: ` +
                `${formatNumber(shareFitting, "share")} of ${formatNumber(rows, "count")} requests are ` +
                "in cells " +
                `whose medians of both clocks fit within ${formatNumber(tolerance, "share")} ` +
                `(${judged.length - misfits.length} of ${judged.length} cells). ` +
                `${cells.length - judged.length} cells with fewer than ${minimumRows} answered ` +
                "requests on a side are not judged.",
    ];
    if (misfits.length > 0) {
        const columns = "cell | platform | observedRows:count:observed | simulatedRows:count:simulated | " +
            "execution::execution, 5 / 50 / 95 % (ms) | response::response, 5 / 50 / 95 % (ms)";
        lines.push("", "Cells that do not fit, quantiles as observed → as simulated (--json has those of " +
            "every cell):", tableText(misfits.map(misfitRow), { columns, maxRows: Infinity, simulated: false }));
    }
    return lines.join("\n");
}
function misfitRow({ cell, platform, observedRows, simulatedRows, execution, response, }) {
    return {
        cell,
        platform,
        observedRows,
        simulatedRows,
        execution: quantilesText(execution),
        response: quantilesText(response),
    };
}
/** "3,402 / 4,231 / 5,405 → 3,389 / 4,189 / 5,801". */
function quantilesText(clock) {
    const list = (quantiles) => quantiles.map((ms) => formatNumber(Math.round(ms), "count")).join(" / ");
    return clock ? `${list(clock.observed)} → ${list(clock.simulated)}` : "–";
}
//# sourceMappingURL=fit-text.js.map