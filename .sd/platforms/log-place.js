import { ECS, LAMBDA, PLATFORMS } from "../campaign/index.js";
/** Rows that a run leaves in the logs: one a request, two a pair. */
export function logRows(run) {
    return run.duet ? 2 * run.requestCount : run.requestCount;
}
/** The request of a log row. The halves of a pair follow each other, the first one first. */
export function requestOfLogRow({ duet }, logRow) {
    return duet ? logRow >> 1 : logRow;
}
/** The platform that a log row tells of. */
export function platformOfLogRow(run, logRow) {
    const first = run.platform[requestOfLogRow(run, logRow)];
    if (!run.duet || (logRow & 1) === 0)
        return first;
    return first === ECS ? LAMBDA : ECS;
}
/**
 * Names the log file of each row of a run, as the author's campaigns name theirs:
 * `<window>_<pattern>/<platform>_<workload>_<date>.jsonl`, flat without the folder. Dates are UTC.
 */
export function logPlaces(plan, run) {
    const { window, pattern } = run.scheduled.run;
    const folder = plan.layout === "flat" ? "" : `${window}_${pattern}/`;
    // A run meets few files: their names are kept by day, workload and platform.
    const names = new Map();
    return (logRow) => {
        const i = requestOfLogRow(run, logRow);
        const platform = platformOfLogRow(run, logRow);
        const day = Math.floor(run.sentMs[i] / 86_400_000);
        const key = (day * 256 + run.workload[i]) * 4 + platform;
        let name = names.get(key);
        if (name === undefined) {
            const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
            const { workload } = plan.workloads[run.workload[i]];
            name = `${folder}${PLATFORMS[platform]}_${workload}_${date}.jsonl`;
            names.set(key, name);
        }
        return name;
    };
}
/**
 * The id of a log row: when it was sent, the run, the request's number in it and, for the half of a
 * pair, its platform.
 */
export function requestId(run, logRow) {
    const id = `req_${numbered(run, requestOfLogRow(run, logRow))}`;
    return run.duet ? `${id}_${PLATFORMS[platformOfLogRow(run, logRow)]}` : id;
}
/** The id that both halves of a pair carry. */
export function pairId(run, i) {
    return `pair_${numbered(run, i)}`;
}
function numbered(run, i) {
    return `${run.sentMs[i]}_${run.index.toString(36)}x${i.toString(36).padStart(6, "0")}`;
}
//# sourceMappingURL=log-place.js.map