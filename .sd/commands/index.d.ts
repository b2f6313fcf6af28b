/**
 * `study <command> ...`. Returns the exit status: 0 done, 1 a gate or notebook failed, 2 bad usage
 * or input.
 */
export declare function main(argv: readonly string[]): Promise<number>;
