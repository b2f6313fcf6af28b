import { NOTHING_TO_DO } from "../check.js";
import { judgeSteps } from "../judge.js";
import { count, number, percent } from "../words.js";
/** Time running backwards within a file by more than answers can overtake each other. */
export const timeOrder = {
    id: "time-order",
    group: "consistency",
    question: "Does time run backwards within a log file?",
    needs: ["requests"],
    thresholds: { seconds: 60, warn: 0, fail: 0.001 },
    condition: ({ seconds, fail }) => `no row more than ${seconds} s before an earlier row of its file (fail: ${percent(fail)} ` +
        "of the rows)",
    run({ requests }, { seconds, warn, fail }) {
        const latest = new Float64Array(requests.files.length).fill(-Infinity);
        const byFile = new Float64Array(requests.files.length);
        let back = 0;
        let most = 0;
        let where = "";
        for (let row = 0; row < requests.rowCount; row++) {
            const file = requests.fileIndex[row];
            const behind = (latest[file] - requests.timestampMs[row]) / 1000;
            latest[file] = Math.max(latest[file], requests.timestampMs[row]);
            if (behind > most) {
                most = behind;
                where = `${requests.files[file]}:${requests.lineNumber[row]}`;
            }
            if (behind <= seconds)
                continue;
            back++;
            byFile[file]++;
        }
        return {
            verdict: judgeSteps(back / requests.rowCount, warn, fail),
            value: back / requests.rowCount,
            evidence: `${count(back)} of ${count(requests.rowCount)} rows lie more than ${seconds} s before ` +
                "an earlier row of their " +
                `file${most > 0 ? `; the furthest back is ${number(most)} s (${where})` : ""}.`,
            advice: back === 0
                ? NOTHING_TO_DO
                : "Find out whether two runs were written into one file or a clock was set: rates, " +
                    "windows and warm times are computed from these time stamps.",
            offenders: requests.files
                .map((label, file) => ({ label, count: byFile[file] }))
                .filter((file) => file.count > 0),
        };
    },
};
//# sourceMappingURL=time-order.js.map