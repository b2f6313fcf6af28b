import { clusteredMean, heldOutCorrectness } from "../../attainability/index.js";
import { gateThresholds } from "../../campaign/index.js";
import { computeFeatures, FEATURES, takeRows } from "../../features/index.js";
import { codeRows, normalQuantile } from "../../statistics/index.js";
import { NOTHING_TO_DO } from "../check.js";
import { FEW, profileColumns } from "../column-profile.js";
import { cellLevel } from "../judge.js";
import { count, list, number, percent, percentInterval, points } from "../words.js";
/**
 * What would change the answer on the ceiling: more requests, or a factor that is known before
 * routing and not in the table.
 */
export const power = {
    id: "power",
    group: "attainability",
    question: "How many more requests, or which new factor, would change what can be reached?",
    needs: ["table"],
    thresholds: { hopedFor: gateThresholds("ceiling").hopedFor, gain: 0.01 },
    condition: ({ hopedFor, gain }) => `the requests settle whether ${percent(hopedFor)} can be reached (a new factor is named ` +
        `from ${points(gain)} on)`,
    run(data, { hopedFor, gain }) {
        const { ceiling, inSample, heldOut } = data.outOfSample;
        const settled = ceiling.low >= hopedFor || ceiling.high < hopedFor;
        const times = settled ? 1 : timesMore(ceiling, inSample, heldOut, hopedFor);
        const factors = data.input.requests && data.foldable ? newFactors(data) : [];
        const useful = factors.filter((factor) => factor.gain.low > 0 && factor.gain.estimate >= gain);
        const rows = data.table.label.length;
        return {
            verdict: settled ? "pass" : "warn",
            value: Number.isFinite(times) ? times : null,
            evidence: `${settled
                ? `${count(rows)} rows settle it: the ceiling on new rows is ` +
                    `${percentInterval(ceiling)}, ${ceiling.high < hopedFor ? "below" : "not below"} ` +
                    `${percent(hopedFor)}`
                : Number.isFinite(times)
                    ? `${count(rows)} rows leave it open (${percentInterval(ceiling)}); about ` +
                        `${number(times)} times as many would settle it if the estimates stayed`
                    : `${count(rows)} rows leave it open (${percentInterval(ceiling)}): nearly every ` +
                        "row has a feature vector of its own, and more rows would bring more vectors"}` +
                `${factors.length === 0
                    ? ""
                    : useful.length > 0
                        ? `; adding ${list(useful.map((factor) => `${factor.factor} (${points(factor.gain.estimate)} ` +
                            `[${points(factor.gain.low)}, ${points(factor.gain.high)}])`), 3)} would raise it on held-out rows`
                        : `; none of ${count(factors.length)} further factors known before routing ` +
                            `raises it by ${points(gain)} on held-out rows`}.`,
            advice: useful.length > 0
                ? `Add ${useful[0].factor} to the features.`
                : settled
                    ? ceiling.high < hopedFor
                        ? "More requests of the same kind will not help; measure something new."
                        : NOTHING_TO_DO
                    : "Collect more requests of the same contexts rather than of new ones.",
            table: {
                columns: [
                    { key: "factor", title: "factor to add", format: "text" },
                    { key: "gain", title: "gain on held-out rows", format: "points" },
                ],
                rows: factors.map((factor) => ({ ...factor })),
            },
            figure: factors.length === 0
                ? undefined
                : {
                    kind: "dots",
                    title: "What one more factor adds to the ceiling on held-out rows",
                    xTitle: "gain in accuracy",
                    yTitle: "factor",
                    format: ".1%",
                    labels: factors.map(({ factor }) => factor),
                    intervals: factors.map((factor) => factor.gain),
                    references: [{ name: "nothing", value: 0 }],
                },
        };
    },
};
/**
 * How many times the rows that narrow the interval to where it no longer contains `target`:
 * sampling error falls as 1/sqrt(n), the optimism of sparse vectors as 1/n at best.
 */
function timesMore({ low, high }, inSample, heldOut, target) {
    // In between lies what the plug-in makes too good and held-out rows make too bad.
    const middle = (inSample + heldOut) / 2;
    const distance = Math.abs(middle - target);
    const half = (high - low) / 2;
    return inSample - heldOut > 0.2 || distance === 0
        ? Infinity
        : Math.max(1, (half / distance) ** 2);
}
/**
 * Every feature the project knows that the table lacks, with what it adds to a lookup of all the
 * table's features.
 */
function newFactors(data) {
    const { requests, table, distinct } = data;
    const requestRow = data.input.requestRow;
    const missing = FEATURES.filter(({ name }) => !table.features.names.includes(name));
    // Finer values would part the contexts into cells too thin for a majority.
    const added = takeRows(computeFeatures(requests, missing), requestRow);
    const profiles = profileColumns(added, FEW);
    const before = heldOutCorrectness(distinct.vectorOfRow, distinct.rows.length, table.label);
    const level = cellLevel(profiles.length);
    const z = normalQuantile(0.5 + level / 2);
    return profiles
        .map((profile) => {
        const { codeOfRow, codeCount } = codeRows([distinct.vectorOfRow, profile.codeOfRow], table.label.length);
        const after = heldOutCorrectness(codeOfRow, codeCount, table.label);
        const { mean, standardError } = clusteredMean(after.map((share, row) => share - before[row]), data.blockOfRow);
        return {
            factor: profile.name,
            gain: {
                estimate: mean,
                low: mean - z * standardError,
                high: mean + z * standardError,
                level,
            },
        };
    })
        .sort((a, b) => b.gain.estimate - a.gain.estimate);
}
//# sourceMappingURL=power.js.map