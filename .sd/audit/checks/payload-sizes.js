import { gateThresholds } from "../../campaign/index.js";
import { MISSING } from "../../requests/index.js";
import { NOTHING_TO_DO, notApplicable } from "../check.js";
import { judgeSteps } from "../judge.js";
import { counted, list, number } from "../words.js";
/** How many payload sizes each workload was sent with, measurement noise taken out. */
export const payloadSizes = {
    id: "payload-sizes",
    group: "variance",
    question: "How many payload sizes has the workload with the fewest?",
    needs: ["requests"],
    thresholds: gateThresholds("payload-sizes"),
    condition: ({ sizes }) => `${sizes} or more in every workload`,
    run({ requests, payloadKb: sizeOf }, { sizes }) {
        const byWorkload = requests.workloadNames
            .map((workload, code) => {
            const rows = new Map();
            for (let row = 0; row < requests.rowCount; row++) {
                if (requests.workload[row] === code && !Number.isNaN(sizeOf[row]))
                    rows.set(sizeOf[row], (rows.get(sizeOf[row]) ?? 0) + 1);
            }
            return { workload, sizes: [...rows].sort(([a], [b]) => a - b) };
        })
            .filter((entry) => entry.sizes.length > 0);
        if (byWorkload.length === 0)
            return notApplicable("The log has no payload sizes.", "Log the size of each body.");
        const fewest = byWorkload.reduce((least, other) => other.sizes.length < least.sizes.length ? other : least);
        const short = byWorkload.filter((entry) => entry.sizes.length < sizes);
        const unknown = requests.workload.reduce((sum, code) => sum + Number(code === MISSING), 0);
        return {
            verdict: judgeSteps(sizes - fewest.sizes.length, 0, 0),
            value: fewest.sizes.length,
            evidence: `${fewest.workload} was sent with ${counted(fewest.sizes.length, "size")} (${list(fewest.sizes.map(([kb]) => `${number(kb)} KiB`), 6)}); ` +
                `${short.length} of ${byWorkload.length} workloads have fewer than ` +
                `${sizes}${unknown > 0 ? `; ${counted(unknown, "row")} name no workload` : ""}.`,
            advice: short.length === 0
                ? NOTHING_TO_DO
                : `Send ${sizes} or more sizes in ${list(short.map(({ workload }) => workload))}: a ` +
                    "size that never varies within a workload is the workload under another name.",
            offenders: short.map((entry) => ({ label: entry.workload, count: entry.sizes.length })),
            table: {
                columns: [
                    { key: "workload", title: "workload", format: "text" },
                    { key: "sizes", title: "sizes", format: "count" },
                    { key: "kb", title: "KiB (requests)", format: "text" },
                ],
                rows: byWorkload.map((entry) => ({
                    workload: entry.workload,
                    sizes: entry.sizes.length,
                    kb: list(entry.sizes.map(([kb, n]) => `${number(kb)} (${n})`), 12),
                })),
            },
            figure: {
                kind: "bar",
                title: "Payload sizes in each workload",
                xTitle: "workload",
                yTitle: "distinct sizes",
                categories: byWorkload.map(({ workload }) => workload),
                series: [{ name: "distinct sizes", values: byWorkload.map((entry) => entry.sizes.length) }],
            },
        };
    },
};
//# sourceMappingURL=payload-sizes.js.map