/**
 * A plan that cannot be run. One line: where, which field, what stands there, what would be right.
 */
export declare class PlanError extends Error {
    readonly source: string;
    readonly field: string;
    readonly value: unknown;
    readonly needed: string;
    readonly line?: number | undefined;
    name: string;
    constructor(source: string, field: string, value: unknown, needed: string, line?: number | undefined);
}
