import { codeRows } from "../../statistics/index.js";
import { NOTHING_TO_DO } from "../check.js";
import { judgeSteps } from "../judge.js";
import { count, percent } from "../words.js";
/**
 * Requests that were logged twice: an id that occurs again, or a row that agrees in time, platform,
 * workload and both times.
 */
export const duplicates = {
    id: "duplicates",
    group: "consistency",
    question: "Were requests logged more than once?",
    needs: ["requests"],
    thresholds: { warn: 0, fail: 0.001 },
    condition: ({ fail }) => `no request twice (fail: ${percent(fail)} of the rows)`,
    run({ requests }, { warn, fail }) {
        const seen = new Map();
        const again = new Uint8Array(requests.rowCount);
        let ids = 0;
        for (let row = 0; row < requests.rowCount; row++) {
            const id = requests.requestIdHash[row];
            if (Number.isNaN(id))
                continue;
            if (seen.has(id)) {
                again[row] = 1;
                ids++;
            }
            else
                seen.set(id, row);
        }
        const { codeOfRow, firstRow } = codeRows([
            requests.timestampMs,
            requests.platform,
            requests.workload,
            requests.responseTimeMs,
            requests.executionTimeMs,
        ], requests.rowCount);
        let sameRows = 0;
        for (let row = 0; row < requests.rowCount; row++) {
            // Failures have no execution time to be told apart by.
            if (firstRow[codeOfRow[row]] === row || Number.isNaN(requests.executionTimeMs[row]))
                continue;
            again[row] = 1;
            sameRows++;
        }
        const total = again.reduce((sum, n) => sum + n, 0);
        const files = new Map();
        again.forEach((is, row) => is &&
            files.set(requests.files[requests.fileIndex[row]], (files.get(requests.files[requests.fileIndex[row]]) ?? 0) + 1));
        const first = again.indexOf(1);
        return {
            verdict: judgeSteps(total / requests.rowCount, warn, fail),
            value: total / requests.rowCount,
            evidence: total === 0
                ? `No id and no row occurs twice among ${count(requests.rowCount)} requests.`
                : `${count(total)} of ${count(requests.rowCount)} rows repeat an earlier one ` +
                    `(${count(ids)} by their id, ${count(sameRows)} by time, platform, workload and ` +
                    "times), the first at " +
                    `${requests.files[requests.fileIndex[first]]}:${requests.lineNumber[first]}.`,
            advice: total === 0
                ? NOTHING_TO_DO
                : "Read each log once and drop the repeated rows: copies on both sides of a split " +
                    "make any model look better.",
            offenders: [...files].map(([label, n]) => ({ label, count: n })),
        };
    },
};
//# sourceMappingURL=duplicates.js.map