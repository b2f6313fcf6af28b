import { gateThresholds } from "../../campaign/index.js";
import { NOTHING_TO_DO } from "../check.js";
import { countColdStarts, NO_COLD_STARTS_LOGGED } from "../cold-start-counts.js";
import { judgeBand, shareOf } from "../judge.js";
import { count, counted, percent, percentInterval } from "../words.js";
/** Share of Lambda requests that waited for a new environment, over all and by workload. */
export const coldStarts = {
    id: "cold-starts",
    group: "variance",
    question: "Which share of Lambda requests waited for a new environment?",
    needs: ["requests"],
    thresholds: gateThresholds("cold-starts"),
    condition: ({ low, high }) => `${percent(low)} to ${percent(high)}`,
    run({ requests }, { low, high }) {
        const { rows, cold } = countColdStarts(requests, requests.workload);
        const total = rows.reduce((a, b) => a + b, 0);
        const coldTotal = cold.reduce((a, b) => a + b, 0);
        if (total === 0)
            return NO_COLD_STARTS_LOGGED;
        const overall = shareOf(coldTotal, total);
        const verdict = judgeBand(overall, low, high);
        const workloads = requests.workloadNames
            .map((name, code) => ({ name, code }))
            .filter(({ code }) => rows[code] > 0);
        const intervals = workloads.map(({ code }) => shareOf(cold[code], rows[code], workloads.length));
        return {
            verdict,
            value: overall.estimate,
            interval: overall,
            evidence: `${count(coldTotal)} of ${counted(total, "Lambda request")} were cold starts: ` +
                `${percentInterval(overall)}; by workload from ` +
                `${percent(Math.min(...intervals.map((i) => i.estimate)))} to ` +
                `${percent(Math.max(...intervals.map((i) => i.estimate)))}.`,
            advice: verdict === "pass"
                ? NOTHING_TO_DO
                : overall.estimate < low
                    ? "Space requests out: some 9 to 22 an hour and function make 5-25 % cold starts, " +
                        "a busy function makes next to none."
                    : "Send more requests an hour to each function, or cold starts will hide " +
                        "everything else.",
            table: {
                columns: [
                    { key: "workload", title: "workload", format: "text" },
                    { key: "requests", title: "Lambda requests", format: "count" },
                    { key: "cold", title: "cold", format: "count" },
                    { key: "share", title: "share", format: "share" },
                ],
                rows: workloads.map(({ name, code }, i) => ({
                    workload: name,
                    requests: rows[code],
                    cold: cold[code],
                    share: intervals[i],
                })),
            },
            figure: {
                kind: "dots",
                title: "Cold starts by workload",
                xTitle: "share of Lambda requests",
                yTitle: "workload",
                format: ".1%",
                labels: workloads.map(({ name }) => name),
                intervals,
                references: [
                    { name: "least wanted", value: low },
                    { name: "most wanted", value: high },
                ],
            },
        };
    },
};
//# sourceMappingURL=cold-starts.js.map