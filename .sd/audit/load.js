import { quantile } from "../statistics/index.js";
/**
 * Load in thirds of equal numbers of requests (ties stay together, so a campaign of one rate has
 * fewer).
 */
export function loadThirds({ timestampMs, rowCount }) {
    const minutes = new Map();
    const minuteOf = Float64Array.from(timestampMs, (ms) => Math.floor(ms / 60_000));
    for (const minute of minuteOf)
        minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    const perSecond = minuteOf.map((minute) => minutes.get(minute) / 60);
    const low = quantile(perSecond, 1 / 3);
    const high = quantile(perSecond, 2 / 3);
    const third = new Uint8Array(rowCount);
    for (let row = 0; row < rowCount; row++)
        third[row] = perSecond[row] <= low ? 0 : perSecond[row] <= high ? 1 : 2;
    const rate = (value) => `${Number(value.toPrecision(2))}/s`;
    return {
        perSecond,
        third,
        names: [`up to ${rate(low)}`, `${rate(low)} to ${rate(high)}`, `above ${rate(high)}`],
    };
}
//# sourceMappingURL=load.js.map