/** "88,286" */
export function count(value) {
    return Math.round(value).toLocaleString("en-US");
}
/** "3 sizes", "1 size" */
export function counted(value, one, many = `${one}s`) {
    return `${count(value)} ${value === 1 ? one : many}`;
}
/**
 * "64.8 %"; small shares keep two significant digits, so that a rare thing never prints as none.
 */
export function percent(share) {
    const value = 100 * share;
    const size = Math.abs(value);
    if (!Number.isFinite(value))
        return "unknown";
    return `${size > 0 && size < 0.1 ? value.toPrecision(2) : value.toFixed(1)} %`;
}
/** "69.8 % [69.4, 70.1]" */
export function percentInterval({ estimate, low, high }) {
    return `${percent(estimate)} [${(100 * low).toFixed(1)}, ${(100 * high).toFixed(1)}]`;
}
/** "5.0 points" */
export function points(difference) {
    // A difference that rounds to nothing has no sign.
    const rounded = Math.round(1000 * difference) / 10 + 0;
    return `${rounded.toFixed(1)} points`;
}
/** Three significant digits, without an exponent for everyday sizes. */
export function number(value) {
    if (!Number.isFinite(value))
        return "unknown";
    if (Number.isInteger(value) || Math.abs(value) >= 1000)
        return count(value);
    return String(Number(value.toPrecision(3)));
}
/** "300 ms" */
export function milliseconds(value) {
    return `${number(value)} ms`;
}
/** "a, b and c"; beyond `most` the rest is counted. */
export function list(items, most = 4) {
    if (items.length > most)
        return `${items.slice(0, most).join(", ")} and ${count(items.length - most)} more`;
    return items.length < 2
        ? items.join("")
        : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}
//# sourceMappingURL=words.js.map