import {
  BAD_INPUT,
  DONE,
  helpText,
  out,
  parseArguments,
  UsageError,
  type Command,
} from "./command.js";

/** Each command is loaded when it is asked for, so that a short one starts fast. */
const COMMANDS: Readonly<Record<string, { summary: string; load(): Promise<Command> }>> = {
  run: {
    summary: "execute the notebooks in order and write the report",
    load: async () => (await import("./run.js")).run,
  },
  audit: {
    summary: "is there anything to learn in these logs?",
    load: async () => (await import("./audit.js")).audit,
  },
  label: {
    summary: "which requests are Lambda's, by which scheme",
    load: async () => (await import("./label.js")).label,
  },
  simulate: {
    summary: "write the logs of a simulated campaign",
    load: async () => (await import("./simulate.js")).simulate,
  },
  plan: {
    summary: "what a campaign will send, tell apart, and cost",
    load: async () => (await import("./plan.js")).plan,
  },
  collect: {
    summary: "send a plan with Artillery, to this machine or to AWS, and log every request",
    load: async () => (await import("./collect.js")).collectCommand,
  },
  push: {
    summary: "copy logs, or what a collector had left, to S3",
    load: async () => (await import("./push.js")).push,
  },
  preflight: {
    summary: "simulate a plan many times: which gates will it meet?",
    load: async () => (await import("./preflight.js")).preflightCommand,
  },
  design: {
    summary: "search for a campaign that holds something to learn, within a budget",
    load: async () => (await import("./design.js")).designCommand,
  },
  predict: {
    summary: "Lambda or ECS for a request that is about to be sent",
    load: async () => (await import("./predict.js")).predict,
  },
};

/**
 * `study <command> ...`. Returns the exit status: 0 done, 1 a gate or notebook failed, 2 bad usage
 * or input.
 */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on("error", endWithItsReader);
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "help") {
    out(overview());
    return name === undefined ? BAD_INPUT : DONE;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (!entry)
      throw new UsageError(
        `there is no command "${name}"; there are ${Object.keys(COMMANDS).join(", ")}`,
      );
    const command = await entry.load();
    if (rest.includes("--help")) {
      out(helpText(command));
      return DONE;
    }
    return await command.run(parseArguments(command, rest));
  } catch (error) {
    if (!isUsersMistake(error)) throw error;
    process.stderr.write(
      `study${entry ? ` ${name}` : ""}: ${error.message.replace(/\s*\n\s*/g, " ")}\n`,
    );
    return BAD_INPUT;
  }
}

/** `study ... | head` has read what it wanted: that is no failure of ours. */
function endWithItsReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

/** Errors that name the user's input; anything else is a defect of ours and keeps its stack. */
function isUsersMistake(error: unknown): error is Error {
  return (
    error instanceof Error &&
    [
      "UsageError",
      "RequestSourceError",
      "RowSinkError",
      "PlanError",
      "RangeError",
      "TableError",
      "CollectError",
    ].includes(error.name)
  );
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length)) + 2;
  return [
    "study <command> [options]: for this request, AWS Lambda or ECS?",
    "",
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`),
    "",
    "Each has --help and --json. Exit status: 0 done, 1 a gate or notebook failed, 2 bad " +
      "usage or input.",
  ].join("\n");
}
