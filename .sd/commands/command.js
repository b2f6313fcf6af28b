import { parseArgs } from "node:util";
/**
 * Exit statuses of `study`: done; a gate or notebook that was asked to hold failed; bad usage or
 * input.
 */
export const DONE = 0;
export const FAILED = 1;
export const BAD_INPUT = 2;
/** The user's mistake: one clear line on standard error, exit status 2. */
export class UsageError extends Error {
    name = "UsageError";
}
/**
 * Does something that only what the user named can make fail (a file of his that is damaged, a
 * folder that is in use), so that its plain errors become his one line. Defects of ours (a
 * TypeError and its like) keep their names and their stacks.
 */
export async function withUsersInput(step) {
    try {
        return await step();
    }
    catch (error) {
        throw error instanceof Error && error.name === "Error"
            ? new UsageError(error.message, { cause: error })
            : error;
    }
}
const COMMON = {
    json: { type: "boolean", help: "print the result as JSON" },
    help: { type: "boolean", help: "show this text" },
};
/** Options of a command with the ones every command has. */
export function allOptions(command) {
    return { ...command.options, ...COMMON };
}
/**
 * Parses what follows the command's name. Throws a UsageError on anything the command does not
 * know.
 */
export function parseArguments(command, argv) {
    const options = {};
    for (const [name, { type }] of Object.entries(allOptions(command)))
        options[name] = { type };
    let values;
    let positionals;
    try {
        ({ values, positionals } = parseArgs({
            args: [...argv],
            options,
            allowPositionals: true,
            strict: true,
        }));
    }
    catch (error) {
        throw new UsageError(`${error.message.split(/\.\s/)[0]}; see \`study ${command.name} --help\``);
    }
    if (positionals.length > command.maxPositionals) {
        throw new UsageError(`"${positionals[command.maxPositionals]}" is one argument too many; see \`study ` +
            `${command.name} --help\``);
    }
    const text = (option) => values[option];
    const numberThat = (option, what, holds) => {
        const given = text(option);
        if (given === undefined)
            return undefined;
        const value = Number(given);
        if (given.trim() === "" || !holds(value))
            throw new UsageError(`--${option} takes ${what}, not "${given}"`);
        return value;
    };
    return {
        positionals,
        text,
        flag: (option) => values[option] === true,
        number: (option) => numberThat(option, "a number", Number.isFinite),
        whole: (option, least = 0) => numberThat(option, `a whole number from ${least}`, (value) => Number.isSafeInteger(value) && value >= least),
    };
}
/** The text of `study <command> --help`. */
export function helpText(command) {
    const rows = Object.entries(allOptions(command)).map(([name, { value, help }]) => [
        `  --${name}${value ? ` ${value}` : ""}`,
        help,
    ]);
    const width = Math.max(...rows.map(([left]) => left.length)) + 2;
    return [
        `study ${command.name} ${command.positionals}`.trimEnd(),
        "",
        command.summary,
        "",
        ...rows.map(([left, right]) => left.padEnd(width) + right),
    ].join("\n");
}
/** Writes a result to standard output. */
export function out(text) {
    process.stdout.write(text.endsWith("\n") ? text : text + "\n");
}
/** Writes a result as JSON. */
export function outJson(value) {
    out(JSON.stringify(value, null, 2));
}
//# sourceMappingURL=command.js.map