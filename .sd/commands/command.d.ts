/**
 * Exit statuses of `study`: done; a gate or notebook that was asked to hold failed; bad usage or
 * input.
 */
export declare const DONE = 0;
export declare const FAILED = 1;
export declare const BAD_INPUT = 2;
/** One option of a subcommand, as it is parsed and as `--help` shows it. */
export interface OptionSpec {
    type: "string" | "boolean";
    /** Placeholder of its value in the help, e.g. "DIR". */
    value?: string;
    help: string;
}
/** A subcommand: thin, over the rooms of lib. */
export interface Command {
    name: string;
    summary: string;
    /** Positional arguments as the help shows them, e.g. "[LOGS]". */
    positionals: string;
    /** How many of them there may be. */
    maxPositionals: number;
    options: Readonly<Record<string, OptionSpec>>;
    /**
     * Runs it; the return value is the exit status. Results go to `out`, progress to standard error.
     */
    run(args: Arguments): Promise<number>;
}
/** What the user typed, checked against the command's options. */
export interface Arguments {
    positionals: string[];
    text(option: string): string | undefined;
    flag(option: string): boolean;
    /** A number option; throws a UsageError when it is none. */
    number(option: string): number | undefined;
    /** A whole number of `least` or more; throws a UsageError when it is none. */
    whole(option: string, least?: number): number | undefined;
}
/** The user's mistake: one clear line on standard error, exit status 2. */
export declare class UsageError extends Error {
    name: string;
}
/**
 * Does something that only what the user named can make fail (a file of his that is damaged, a
 * folder that is in use), so that its plain errors become his one line. Defects of ours (a
 * TypeError and its like) keep their names and their stacks.
 */
export declare function withUsersInput<T>(step: () => T | Promise<T>): Promise<T>;
/** Options of a command with the ones every command has. */
export declare function allOptions(command: Command): Record<string, OptionSpec>;
/**
 * Parses what follows the command's name. Throws a UsageError on anything the command does not
 * know.
 */
export declare function parseArguments(command: Command, argv: readonly string[]): Arguments;
/** The text of `study <command> --help`. */
export declare function helpText(command: Command): string;
/** Writes a result to standard output. */
export declare function out(text: string): void;
/** Writes a result as JSON. */
export declare function outJson(value: unknown): void;
