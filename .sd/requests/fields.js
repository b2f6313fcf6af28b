/** What no real log exceeds: a day for a request, a tebibyte of body or memory. */
export const MOST_MS = 86_400_000;
export const MOST_KB = 2 ** 30;
export const MOST_MB = 2 ** 20;
export const MOST_PERCENT = 1e6;
/** AWS allows 5,000 tasks a service (service quotas of ECS). */
export const MOST_TASKS = 5000;
export const MS_NEEDED = `a time from 0 to ${MOST_MS} ms`;
export const KB_NEEDED = `a size from 0 to ${MOST_KB} KiB`;
export const MB_NEEDED = `a size from 0 to ${MOST_MB} MB`;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/**
 * A number from 0 to `most`, NaN where the field is absent or null, -1 for everything else. A
 * string counts as the number it spells in JSON's grammar ("128", as Lambda's memory is logged);
 * "", " " and "12abc" spell none.
 */
export function amount(value, most) {
    if (value === undefined || value === null)
        return NaN;
    const number = typeof value === "number"
        ? value
        : typeof value === "string" && NUMBER.test(value)
            ? Number(value)
            : -1;
    return number >= 0 && number <= most ? number : -1;
}
/**
 * An HTTP status, or 0: a client's "no answer at all" (a time-out, a refused connection). -1 for
 * anything else.
 */
export function httpStatus(value) {
    const status = amount(value, 599);
    return Number.isInteger(status) && (status === 0 || status >= 100) ? status : -1;
}
/** The fault of a field that does not hold what it needs. */
export function wrong(field, value, needed) {
    if (value === undefined || value === null)
        return { field, reason: `${field} is ${value === null ? "null" : "missing"}: needs ${needed}` };
    // JSON can spell numbers that no double holds, such as 1e999.
    const shown = typeof value === "number" ? String(value) : JSON.stringify(value);
    return {
        field,
        reason: `${field} is ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}: needs ${needed}`,
    };
}
//# sourceMappingURL=fields.js.map