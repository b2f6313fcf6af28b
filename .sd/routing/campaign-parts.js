import { LAMBDA } from "../campaign/index.js";
import { answered, groupIntoCells, selectRows, timeBlocks, } from "../requests/index.js";
import { createRandom } from "../statistics/index.js";
import { strataOf } from "./estimator.js";
import { observedOutcomes } from "./outcomes.js";
/**
 * A split of labelled rows with the requests added that failed. A failed request has no label and
 * no model learns from it, but a policy that sends requests where they fail must be judged by that:
 * the failed ones are dealt at random to the parts, in the shares that the labelled ones have.
 * `labelledRow` is the request of each row of the split.
 */
export function campaignParts(requests, labelledRow, split, seed) {
    const ok = new Uint8Array(requests.rowCount);
    const random = createRandom(seed).fork("failed requests");
    for (const row of answered(requests))
        ok[row] = 1;
    const all = Uint32Array.from(ok.keys());
    const lost = all.filter((row) => ok[row] === 0);
    // A workload the log does not name has neither cost nor cell.
    const failed = random.shuffle(lost.filter((row) => requests.platform[row] <= LAMBDA && requests.workload[row] < requests.workloadNames.length));
    const sizes = [split.train.length, split.validation.length, split.test.length];
    const labelled = sizes[0] + sizes[1] + sizes[2];
    const cuts = [0, sizes[0], sizes[0] + sizes[1], labelled].map((rows) => Math.round((failed.length * rows) / labelled));
    const part = (rows, p) => Uint32Array.from([
        ...Array.from(rows, (row) => labelledRow[row]),
        ...failed.slice(cuts[p], cuts[p + 1]),
    ]).sort();
    const [train, validation, test] = [split.train, split.validation, split.test].map(part);
    return {
        train,
        validation,
        test,
        failed: failed.length,
        unattributed: lost.length - failed.length,
        testShare: test.length / (train.length + validation.length + test.length),
    };
}
/**
 * Requests at `rows` with what became of them (author's cost, client's clock), their context cells
 * and their blocks of time.
 */
export function judgedRequests(requests, rows, blockMinutes) {
    const judged = selectRows(requests, rows);
    const blocks = timeBlocks(judged.timestampMs, blockMinutes);
    return {
        requests: judged,
        observed: observedOutcomes(judged),
        blocks,
        strata: strataOf(groupIntoCells(judged), blocks),
    };
}
//# sourceMappingURL=campaign-parts.js.map