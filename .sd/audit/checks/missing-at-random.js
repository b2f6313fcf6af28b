import { LAMBDA, worstVerdict } from "../../campaign/index.js";
import { NOTHING_TO_DO, notApplicable } from "../check.js";
import { shareOf } from "../judge.js";
import { loadThirds } from "../load.js";
import { count, counted, number, percentInterval, points } from "../words.js";
/**
 * Rows missing not at random. However scenarios were weighted, each request's is drawn without a
 * look at size, run or load: so the share of a workload's answers that are Lambda's must be the
 * same at every size, in every run and under every load, and a workload's share of all answers the
 * same in every run. Where it is not, some were lost there.
 */
export const missingAtRandom = {
    id: "missing-at-random",
    group: "design",
    question: "Does the missing share depend on platform, size or load?",
    needs: ["requests"],
    thresholds: { warn: 0.05, fail: 0.1 },
    condition: ({ warn, fail }) => `shares of platforms and workloads differ by less than ${points(warn)} between sizes, ` +
        `runs and load (fail: certainly by more than ${points(fail)})`,
    run(data, { warn, fail }) {
        const { requests, answeredRows, payloadKb, runs } = data;
        const load = loadThirds(requests);
        const runOf = new Uint32Array(requests.rowCount);
        runs.forEach((run, r) => run.rows.forEach((row) => (runOf[row] = r)));
        const sizeNames = new Map([...new Set(payloadKb)]
            .filter((kb) => !Number.isNaN(kb))
            .map((kb) => [kb, `${number(kb)} KiB`]));
        const factors = [
            ["size", (row) => sizeNames.get(payloadKb[row]) ?? ""],
            ["run", (row) => runs[runOf[row]].name],
            ["load", (row) => load.names[load.third[row]]],
        ];
        const byPlatform = factors.flatMap(([factor, levelOf]) => requests.workloadNames.map((workload, code) => ({
            what: `Lambda's share of the answers of ${workload}`,
            factor,
            levels: levelsOf(answeredRows, (row) => (requests.workload[row] === code ? levelOf(row) : ""), (row) => requests.platform[row] === LAMBDA),
        })));
        const byWorkload = requests.workloadNames.map((workload, code) => ({
            what: `${workload}'s share of all answers`,
            factor: "run",
            levels: levelsOf(answeredRows, (row) => runs[runOf[row]].name, (row) => requests.workload[row] === code),
        }));
        const found = [...byPlatform, ...byWorkload].filter(({ levels }) => levels.length > 1 && levels.some(({ hits }) => hits > 0));
        if (found.length === 0)
            return notApplicable("No workload has answers at two sizes, in two runs or under two loads.");
        const comparisons = found.reduce((sum, { levels }) => sum + levels.length, 0);
        const judged = found
            .map(({ factor, what, levels }) => {
            const shares = levels.map(({ level, rows, hits }) => ({
                level,
                rows,
                share: shareOf(hits, rows, comparisons),
            }));
            const least = shares.reduce((a, b) => (b.share.high < a.share.high ? b : a));
            const most = shares.reduce((a, b) => (b.share.low > a.share.low ? b : a));
            const certain = Math.max(0, most.share.low - least.share.high);
            return {
                factor,
                what,
                least,
                most,
                certain,
                verdict: certain > fail
                    ? "fail"
                    : certain > warn
                        ? "warn"
                        : "pass",
            };
        })
            .sort((a, b) => b.certain - a.certain);
        const bad = judged.filter(({ verdict }) => verdict !== "pass");
        const worst = judged[0];
        return {
            verdict: worstVerdict(judged.map(({ verdict }) => verdict)),
            value: worst.certain,
            evidence: bad.length === 0
                ? `In none of ${counted(judged.length, "comparison")} of platforms and workloads by ` +
                    `size, run and load do shares differ by more than ${points(warn)} for certain.`
                : `${worst.what} goes from ${percentInterval(worst.least.share)} (${worst.factor} ` +
                    `${worst.least.level}, ${count(worst.least.rows)} answers) to ` +
                    `${percentInterval(worst.most.share)} (${worst.most.level}, ` +
                    `${count(worst.most.rows)}); ${bad.length} of ${judged.length} comparisons differ.`,
            advice: bad.length === 0
                ? NOTHING_TO_DO
                : "Log every request that was sent, with its outcome, and count the lost ones as " +
                    "failures of their platform: what is missing there is not a random part.",
            offenders: bad.map(({ what, factor, least, most, certain }) => ({
                label: `${what} by ${factor}: ${least.level} against ${most.level}`,
                count: Math.round(certain * (least.rows + most.rows)),
            })),
            table: {
                columns: [
                    { key: "what", title: "share", format: "text" },
                    { key: "factor", title: "by", format: "text" },
                    { key: "least", title: "least at", format: "text" },
                    { key: "leastShare", title: "share", format: "share" },
                    { key: "most", title: "most at", format: "text" },
                    { key: "mostShare", title: "share", format: "share" },
                    { key: "verdict", title: "verdict", format: "verdict" },
                ],
                rows: judged.map(({ what, factor, least, most, verdict }) => ({
                    what,
                    factor,
                    least: least.level,
                    leastShare: least.share,
                    most: most.level,
                    mostShare: most.share,
                    verdict,
                })),
            },
            figure: {
                kind: "dots",
                title: `${worst.what}, by ${worst.factor}`,
                xTitle: "share of the answers",
                yTitle: worst.factor,
                format: ".0%",
                labels: [worst.least.level, worst.most.level],
                intervals: [worst.least.share, worst.most.share],
                references: [],
            },
        };
    },
};
/** Counts rows and hits by level; an empty level leaves the row out. */
function levelsOf(rows, levelOf, isHit) {
    const counts = new Map();
    for (const row of rows) {
        const level = levelOf(row);
        if (level === "")
            continue;
        const entry = counts.get(level) ?? { rows: 0, hits: 0 };
        entry.rows++;
        entry.hits += Number(isHit(row));
        counts.set(level, entry);
    }
    return [...counts].map(([level, entry]) => ({ level, ...entry }));
}
//# sourceMappingURL=missing-at-random.js.map