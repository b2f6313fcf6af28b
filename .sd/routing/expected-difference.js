import { LOAD_PATTERNS, TIME_WINDOWS } from "../campaign/index.js";
import { groupIntoCells, selectRows, answered, BLOCK_MINUTES, timeBlocks, } from "../requests/index.js";
import { codeRows, createRandom } from "../statistics/index.js";
import { AXES, observedOutcomes } from "./outcomes.js";
import { resampledDifferences } from "./resampled-differences.js";
/** Sizes this close are one size, as `payloadKb` groups them. */
const SAME_SIZE_KB = 0.01;
/**
 * Differences between the platforms by workload, window, pattern and size, and by workload and size
 * alone.
 */
export function campaignDifferences(requests, options) {
    const { seed, blockMinutes = BLOCK_MINUTES, repeats = 400, level = 0.95 } = options;
    const rows = answered(requests);
    const known = selectRows(requests, rows);
    const random = createRandom(seed).fork("expected differences");
    const series = [
        ["workload", "payload", "window", "pattern"],
        ["workload", "payload"],
    ].flatMap((keys) => seriesOf(known, keys, blockMinutes, (sums) => resampledDifferences(sums, random, { repeats, level })));
    return {
        blockMinutes,
        repeats,
        level,
        seed,
        series,
        rows: rows.length,
        failed: requests.rowCount - rows.length,
    };
}
function seriesOf(requests, keys, blockMinutes, resample) {
    const cells = groupIntoCells(requests, keys);
    const blocks = timeBlocks(requests.timestampMs, blockMinutes);
    const slots = codeRows([cells.codeOfRow, blocks.blockOfRow], requests.rowCount);
    const outcomes = observedOutcomes(requests);
    const served = [new Float64Array(slots.codeCount), new Float64Array(slots.codeCount)];
    const sums = AXES.map(() => [
        new Float64Array(slots.codeCount),
        new Float64Array(slots.codeCount),
    ]);
    for (let row = 0; row < requests.rowCount; row++) {
        const slot = slots.codeOfRow[row];
        const platform = requests.platform[row];
        served[platform][slot]++;
        AXES.forEach((axis, a) => (sums[a][platform][slot] += outcomes[axis][row]));
    }
    const slotsOfCell = Array.from({ length: cells.codeCount }, () => []);
    slots.firstRow.forEach((row, slot) => slotsOfCell[cells.codeOfRow[row]].push(slot));
    const sizes = requests.payloadKb;
    const found = new Map();
    slotsOfCell.forEach((own, cell) => {
        const row = cells.firstRow[cell];
        const take = (values) => Float64Array.from(own, (slot) => values[slot]);
        const lambdaMinusEcs = Number.isNaN(sizes[row])
            ? null
            : resample({
                rows: [take(served[0]), take(served[1])],
                sums: sums.map(([ecs, lambda]) => [take(ecs), take(lambda)]),
                runOfBlock: Uint32Array.from(own, (slot) => blocks.runOfBlock[blocks.blockOfRow[slots.firstRow[slot]]]),
            });
        if (lambdaMinusEcs === null)
            return;
        const byScenario = keys.includes("window");
        const scenario = {
            window: byScenario ? (TIME_WINDOWS[requests.timeWindow[row]] ?? null) : null,
            pattern: byScenario ? (LOAD_PATTERNS[requests.loadPattern[row]] ?? null) : null,
        };
        const name = { workload: requests.workloadNames[requests.workload[row]] ?? "", ...scenario };
        // Logs without windows or patterns have no scenarios: what they say is in the workload's own
        // series.
        if (byScenario && (name.window === null || name.pattern === null))
            return;
        const key = JSON.stringify(name);
        const total = (values) => own.reduce((sum, slot) => sum + values[slot], 0);
        if (!found.has(key))
            found.set(key, { ...name, sizes: [] });
        found.get(key).sizes.push({
            payloadKb: sizes[row],
            lambdaRows: total(served[1]),
            ecsRows: total(served[0]),
            blocks: own.length,
            lambdaMinusEcs,
        });
    });
    for (const { sizes: all } of found.values())
        all.sort((one, other) => one.payloadKb - other.payloadKb);
    return [...found.values()];
}
/**
 * The expected difference for a request: of its own context cell; between the two nearest sizes of
 * its scenario where its size was never sent; else the same over all scenarios of its workload.
 * Null where its size lies outside what was sent. The interval between two sizes is the two's,
 * mixed as the estimates are: wide enough whatever the two have in common.
 */
export function expectedDifference({ series, level }, workload, sizeKb, window, pattern) {
    const own = series.find((one) => one.workload === workload &&
        one.window !== null &&
        one.window === window &&
        one.pattern === pattern);
    const all = series.find((one) => one.workload === workload && one.window === null);
    return (own && at(own, sizeKb, level)) ?? (all && at(all, sizeKb, level)) ?? null;
}
function at({ workload, window, pattern, sizes }, sizeKb, level) {
    const above = sizes.findIndex((size) => size.payloadKb >= sizeKb - SAME_SIZE_KB);
    if (above < 0 || (above === 0 && sizes[0].payloadKb > sizeKb + SAME_SIZE_KB))
        return null;
    const exact = Math.abs(sizes[above].payloadKb - sizeKb) <= SAME_SIZE_KB;
    const high = sizes[above];
    const low = exact ? high : sizes[above - 1];
    const share = exact ? 1 : (sizeKb - low.payloadKb) / (high.payloadKb - low.payloadKb);
    const mix = (axis) => {
        const [a, b] = [low, high].map((size) => size.lambdaMinusEcs[axis]);
        if (exact)
            return a;
        return {
            estimate: (1 - share) * a.estimate + share * b.estimate,
            low: (1 - share) * a.low + share * b.low,
            high: (1 - share) * a.high + share * b.high,
            level,
        };
    };
    const place = exact
        ? `${high.payloadKb} KiB`
        : `between ${low.payloadKb} and ${high.payloadKb} KiB`;
    const counted = exact ? [high] : [low, high];
    return {
        lambdaMinusEcs: { responseTimeMs: mix("latencyMs"), costUsd: mix("costUsd") },
        from: window === null
            ? `${workload}, ${place}, all windows and patterns`
            : `${workload}, ${place}, ${window}, ${pattern}`,
        lambdaRows: counted.reduce((sum, { lambdaRows }) => sum + lambdaRows, 0),
        ecsRows: counted.reduce((sum, { ecsRows }) => sum + ecsRows, 0),
        blocks: Math.min(...counted.map(({ blocks }) => blocks)),
    };
}
//# sourceMappingURL=expected-difference.js.map