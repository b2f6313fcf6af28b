/** Checks a value and everything in it; throws a PlanError that names the field. */
export type Shape = (value: unknown, field: string, source: string) => void;
/** A number within limits; `unit` is what it counts, for the message. */
export declare function number(unit: string, { above, from, to, whole }?: {
    above?: number | undefined;
    from?: number | undefined;
    to?: number | undefined;
    whole?: boolean | undefined;
}): Shape;
/** True or false. */
export declare const yesOrNo: Shape;
/** A share from 0 to 1. */
export declare const share: Shape;
export declare function text(pattern: RegExp, needed: string): Shape;
export declare function oneOf(words: readonly string[]): Shape;
export declare function list(of: Shape, needed: string): Shape;
/** A low and a high number; `of` checks each. */
export declare function range(of: Shape): Shape;
/**
 * An object with exactly these fields; those in `optional` may be absent. An unknown field is an
 * error, because it is a misspelt one.
 */
export declare function object(fields: Record<string, Shape>, optional?: Record<string, Shape>): Shape;
/** An object whose keys match and whose values all have one shape. */
export declare function record(keys: RegExp, neededKey: string, of: Shape): Shape;
/** Null, or what `of` asks for. */
export declare function nullOr(of: Shape): Shape;
