import { ECS, LAMBDA, LOAD_PATTERNS, TIME_WINDOWS, WORKLOADS, } from "../campaign/index.js";
import { COUNTERFACTUAL_COLUMNS, hashRequestId, mapColumns, MISSING, namePayloads, REQUEST_COLUMNS, } from "../requests/index.js";
import { logPlaces, logRows, pairId, platformOfLogRow, requestOfLogRow } from "./log-place.js";
import { simulateRuns } from "./simulate.js";
import { TotalsCounter } from "./totals.js";
/**
 * Simulates a plan straight into columns, without logs: the same rows (two a pair in a duet), in
 * the same order, as reading the logs that `writeSimulatedLogs` writes with this seed (ids aside: `requestIdHash`
 * numbers the requests instead).
 */
export function simulate(plan, options) {
    const counter = new TotalsCounter(plan);
    const runs = [];
    for (const run of simulateRuns(plan, options)) {
        counter.add(run);
        runs.push(run);
    }
    const places = placeRows(plan, runs);
    const { requests, counterfactual } = emptyCampaign(places.rowCount, places.files, `${plan.name}, seed ${options.seed}`);
    for (const run of runs)
        fillRows(plan, run, requests, counterfactual, places);
    requests.payloadKb = namePayloads(requests);
    return { requests, counterfactual, totals: counter.totals() };
}
/**
 * Gives each request the row it has when the logs are read: by file, then in the order of sending.
 */
function placeRows(plan, runs) {
    const order = new Map();
    const fileOfRequest = runs.map((run) => {
        const placeOf = logPlaces(plan, run);
        const file = new Uint32Array(logRows(run));
        for (let i = 0; i < file.length; i++) {
            const name = placeOf(i);
            let code = order.get(name);
            if (code === undefined)
                order.set(name, (code = order.size));
            file[i] = code;
        }
        return file;
    });
    const files = [...order.keys()].sort();
    const rank = new Uint32Array(order.size);
    files.forEach((name, i) => (rank[order.get(name)] = i));
    const count = new Uint32Array(files.length);
    for (const file of fileOfRequest)
        for (let i = 0; i < file.length; i++)
            count[(file[i] = rank[file[i]])]++;
    const firstRow = new Uint32Array(files.length);
    for (let f = 1; f < files.length; f++)
        firstRow[f] = firstRow[f - 1] + count[f - 1];
    const rowCount = runs.reduce((sum, run) => sum + logRows(run), 0);
    const fileIndex = new Uint32Array(rowCount);
    const next = firstRow.slice();
    const rows = fileOfRequest.map((file) => file.map((f) => {
        const row = next[f]++;
        fileIndex[row] = f;
        return row;
    }));
    return { rowCount, files, firstRow, fileIndex, rowsOf: (run) => rows[run.index] };
}
function fillRows(plan, run, to, other, places) {
    const rows = places.rowsOf(run);
    const fill = rowWriter(plan, run, to, other);
    for (let i = 0; i < rows.length; i++) {
        const row = rows[i];
        fill(i, row);
        to.fileIndex[row] = places.fileIndex[row];
        to.lineNumber[row] = row - places.firstRow[places.fileIndex[row]] + 1;
        to.requestIdHash[row] = row;
    }
}
/**
 * Writes log row `i` of a run into row `row` of the columns: everything but its place in a file and
 * its id.
 */
export function rowWriter(plan, run, to, other) {
    const flat = plan.layout === "flat";
    const { window, pattern } = run.scheduled.run;
    const windowCode = flat || window === null ? MISSING : TIME_WINDOWS.indexOf(window);
    const patternCode = flat ? MISSING : LOAD_PATTERNS.indexOf(pattern);
    const workloadCode = plan.workloads.map(({ workload }) => WORKLOADS.indexOf(workload));
    return (logRow, row) => {
        const i = requestOfLogRow(run, logRow);
        const platform = platformOfLogRow(run, logRow);
        const unseenPlatform = platform === ECS ? LAMBDA : ECS;
        const seen = run.outcomes[platform];
        const unseen = run.outcomes[unseenPlatform];
        const ok = seen.status[i] === 200;
        to.platform[row] = platform;
        to.workload[row] = workloadCode[run.workload[i]];
        to.timestampMs[row] = run.sentMs[i];
        to.httpStatus[row] = seen.status[i];
        to.responseTimeMs[row] = seen.responseTimeMs[i];
        to.executionTimeMs[row] = seen.executionTimeMs[i];
        to.targetPayloadKb[row] = flat ? NaN : run.targetPayloadKb[i];
        to.actualPayloadKb[row] = run.actualPayloadKb[i];
        to.timeWindow[row] = windowCode;
        to.loadPattern[row] = patternCode;
        to.memoryUsedMb[row] = to.memoryLimitMb[row] =
            ok && platform === LAMBDA ? plan.workloads[run.workload[i]].lambdaMemoryMb : NaN;
        to.coldStart[row] = seen.coldStart[i];
        to.cpuPercent[row] = platform === ECS ? seen.cpuPercent[i] : NaN;
        to.pairIdHash[row] = run.duet ? hashRequestId(pairId(run, i)) : NaN;
        to.sentFirst[row] = run.duet ? Number(platform === run.platform[i]) : MISSING;
        to.billedDurationMs[row] = seen.billedDurationMs[i];
        to.initDurationMs[row] = seen.initDurationMs[i];
        to.runningTasks[row] = seen.runningTasks[i];
        other.platform[row] = unseenPlatform;
        other.httpStatus[row] = unseen.status[i];
        other.executionTimeMs[row] = unseen.executionTimeMs[i];
        other.responseTimeMs[row] = unseen.responseTimeMs[i];
        other.coldStart[row] = unseen.coldStart[i];
    };
}
/** Columns of so many rows, to be filled; sizes are named once they are. */
export function emptyCampaign(rowCount, files, name) {
    return {
        requests: {
            rowCount,
            provenance: { kind: "simulated", name },
            files,
            workloadNames: [...WORKLOADS],
            ...mapColumns(REQUEST_COLUMNS, (_, type) => new type(rowCount)),
            payloadKb: new Float64Array(0),
        },
        counterfactual: mapColumns(COUNTERFACTUAL_COLUMNS, (_, type) => new type(rowCount)),
    };
}
//# sourceMappingURL=simulated-campaign.js.map