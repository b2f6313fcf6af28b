import { PlanError } from "./plan-error.js";
/** A number within limits; `unit` is what it counts, for the message. */
export function number(unit, { above = -Infinity, from = -Infinity, to = Infinity, whole = false } = {}) {
    const limits = [
        above > -Infinity ? `above ${above}` : "",
        from > -Infinity ? `from ${from}` : "",
        to < Infinity ? `to ${to}` : "",
    ]
        .filter(Boolean)
        .join(" ");
    const needed = `a ${whole ? "whole " : ""}number of ${unit}${limits && ` ${limits}`}`;
    return (value, field, source) => {
        const ok = typeof value === "number" &&
            Number.isFinite(value) &&
            value > above &&
            value >= from &&
            value <= to &&
            (!whole || Number.isInteger(value));
        if (!ok)
            throw new PlanError(source, field, value, needed);
    };
}
/** True or false. */
export const yesOrNo = (value, field, source) => {
    if (typeof value !== "boolean")
        throw new PlanError(source, field, value, "true or false");
};
/** A share from 0 to 1. */
export const share = number("share", { from: 0, to: 1 });
export function text(pattern, needed) {
    return (value, field, source) => {
        if (typeof value !== "string" || !pattern.test(value))
            throw new PlanError(source, field, value, needed);
    };
}
export function oneOf(words) {
    return (value, field, source) => {
        if (!words.includes(value))
            throw new PlanError(source, field, value, `one of ${words.join(", ")}`);
    };
}
export function list(of, needed) {
    return (value, field, source) => {
        if (!Array.isArray(value) || value.length === 0)
            throw new PlanError(source, field, value, `a list of ${needed}, one at least`);
        value.forEach((item, i) => of(item, `${field}[${i}]`, source));
    };
}
/** A low and a high number; `of` checks each. */
export function range(of) {
    return (value, field, source) => {
        if (!Array.isArray(value) || value.length !== 2)
            throw new PlanError(source, field, value, "a list of two numbers, low and high");
        value.forEach((item, i) => of(item, `${field}[${i}]`, source));
        if (value[0] > value[1])
            throw new PlanError(source, field, value, "a low number and then a high one");
    };
}
/**
 * An object with exactly these fields; those in `optional` may be absent. An unknown field is an
 * error, because it is a misspelt one.
 */
export function object(fields, optional = {}) {
    const known = { ...fields, ...optional };
    return (value, field, source) => {
        const entries = fieldsOf(value, field, source);
        for (const name of Object.keys(entries)) {
            if (!Object.hasOwn(known, name))
                throw new PlanError(source, join(field, name), entries[name], `left out: the fields here are ${Object.keys(known).join(", ")}`);
        }
        for (const [name, shape] of Object.entries(fields))
            shape(entries[name], join(field, name), source);
        for (const [name, shape] of Object.entries(optional))
            if (entries[name] !== undefined)
                shape(entries[name], join(field, name), source);
    };
}
/** An object whose keys match and whose values all have one shape. */
export function record(keys, neededKey, of) {
    return (value, field, source) => {
        for (const [name, item] of Object.entries(fieldsOf(value, field, source))) {
            if (!keys.test(name))
                throw new PlanError(source, `a name in ${field}`, name, neededKey);
            of(item, join(field, name), source);
        }
    };
}
/** Null, or what `of` asks for. */
export function nullOr(of) {
    return (value, field, source) => {
        if (value !== null)
            of(value, field, source);
    };
}
function fieldsOf(value, field, source) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        throw new PlanError(source, field, value, "a group of fields");
    return value;
}
function join(field, name) {
    return field === "" ? name : `${field}.${name}`;
}
//# sourceMappingURL=plan-shape.js.map