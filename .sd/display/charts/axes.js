import { formatNumber } from "../format.js";
/**
 * An axis in powers of ten over the positive ones of `values`: ticks at 1, 2 and 5 of each decade
 * where there are few decades, else at each decade, written out (Plotly writes the ones between as
 * bare digits).
 */
export function logAxis(values) {
    let low = Infinity;
    let high = 0;
    for (const value of values) {
        if (value > 0 && value < low)
            low = value;
        if (value > high && value < Infinity)
            high = value;
    }
    if (high === 0)
        return { type: "log" };
    const first = Math.floor(Math.log10(low));
    const last = Math.ceil(Math.log10(high));
    const steps = last - first <= 3 ? [1, 2, 5] : [1];
    const ticks = [];
    for (let decade = first; decade <= last; decade++)
        for (const step of steps)
            ticks.push(Number(`${step}e${decade}`));
    return {
        type: "log",
        tickmode: "array",
        tickvals: ticks,
        ticktext: ticks.map((tick) => tick < 0.001 ? tick.toExponential(0) : formatNumber(tick, "number")),
    };
}
/** All numbers of several series, limits included. */
export function* allValues(series) {
    for (const { values, low, high } of series)
        for (const numbers of [values, low, high])
            if (numbers)
                yield* Array.from(numbers);
}
//# sourceMappingURL=axes.js.map