import { LAMBDA, PLATFORMS, } from "../campaign/index.js";
import { NO_ANSWER } from "./answer.js";
import { logRows, platformOfLogRow, requestOfLogRow } from "./log-place.js";
/** Adds up runs as they come. */
export class TotalsCounter {
    plan;
    cells = new Map();
    taskHours = {};
    lambdaGbSeconds = {};
    constructor(plan) {
        this.plan = plan;
    }
    add(run) {
        const { window, pattern } = run.scheduled.run;
        const cells = this.plan.workloads.map(({ workload }) => PLATFORMS.map((platform) => this.cell(window, pattern, workload, platform)));
        for (let logRow = 0; logRow < logRows(run); logRow++) {
            const row = requestOfLogRow(run, logRow);
            const platform = platformOfLogRow(run, logRow);
            const cell = cells[run.workload[row]][platform];
            const outcome = run.outcomes[platform];
            cell.requests++;
            const status = outcome.status[row];
            if (status === 200) {
                cell.answered++;
                if (outcome.coldStart[row] === 1)
                    cell.coldStarts++;
            }
            else if (status === NO_ANSWER)
                cell.timedOut++;
            else
                cell.failedByStatus[status] = (cell.failedByStatus[status] ?? 0) + 1;
        }
        this.plan.workloads.forEach(({ workload }, w) => {
            this.taskHours[workload] = (this.taskHours[workload] ?? 0) + run.taskHours[w];
            this.lambdaGbSeconds[workload] =
                (this.lambdaGbSeconds[workload] ?? 0) + run.lambdaGbSeconds[w];
        });
    }
    totals() {
        const cells = [...this.cells.values()];
        const sum = (of) => cells.reduce((total, cell) => total + of(cell), 0);
        const lambda = (cell) => cell.platform === PLATFORMS[LAMBDA];
        return {
            requests: sum((cell) => cell.requests),
            answered: sum((cell) => cell.answered),
            cells,
            coldStartShare: sum((cell) => cell.coldStarts) / sum((cell) => (lambda(cell) ? cell.answered : 0)),
            taskHours: this.taskHours,
            lambdaGbSeconds: this.lambdaGbSeconds,
        };
    }
    cell(window, pattern, workload, platform) {
        const key = `${window}/${pattern}/${workload}/${platform}`;
        let cell = this.cells.get(key);
        if (!cell) {
            cell = {
                window,
                pattern,
                workload,
                platform,
                requests: 0,
                answered: 0,
                timedOut: 0,
                failedByStatus: {},
                coldStarts: 0,
            };
            this.cells.set(key, cell);
        }
        return cell;
    }
}
//# sourceMappingURL=totals.js.map