import { isSystemError, systemReason } from "../files/index.js";
import { InputError } from "../statistics/index.js";
import {
  BAD_INPUT,
  DONE,
  FAILED,
  helpText,
  out,
  parseArguments,
  say,
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
  preregister: {
    summary: "freeze plan, gates, label, primary outcome and seed, with a hash",
    load: async () => (await import("./preregister.js")).preregisterCommand,
  },
  collect: {
    summary: "send a plan with Artillery, to this machine or to AWS, and log every request",
    load: async () => (await import("./collect.js")).collectCommand,
  },
  push: {
    summary: "copy logs, or what a collector had left, to S3",
    load: async () => (await import("./push.js")).push,
  },
  init: {
    summary: "look at logs and write down what they hold, as a file to start from",
    load: async () => (await import("./init.js")).init,
  },
  join: {
    summary: "join clients' logs with those of the platforms, by request id",
    load: async () => (await import("./join.js")).join,
  },
  preflight: {
    summary: "simulate a plan many times: which gates will it meet?",
    load: async () => (await import("./preflight.js")).preflightCommand,
  },
  design: {
    summary: "search for a campaign that holds something to learn, within a budget",
    load: async () => (await import("./design.js")).designCommand,
  },
  export: {
    summary: "tables, figures and their data for a thesis, with metadata",
    load: async () => (await import("./export.js")).exportCommand,
  },
  "export-model": {
    summary: "a trained model of trees as XGBoost's JSON, to be checked in Python",
    load: async () => (await import("./export-model.js")).exportModelCommand,
  },
  schema: {
    summary: "the fields of a study file, as JSON Schema for editors",
    load: async () => (await import("./schema.js")).schemaCommand,
  },
  predict: {
    summary: "Lambda or ECS for a request that is about to be sent",
    load: async () => (await import("./predict.js")).predict,
  },
};

/**
 * `study <command> ...`. Returns the exit status: 0 done; 1 a check, gate or notebook failed; 2 bad
 * usage or input, or a place that cannot be read or written.
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
    return tellError(`study${entry ? ` ${name}` : ""}`, error);
  }
}

/**
 * Says on standard error what went wrong and returns the exit status: one line for what the user
 * can mend (his input, a place that cannot be read or written); a stack for a defect of ours.
 */
function tellError(command: string, error: unknown): number {
  const why =
    error instanceof InputError
      ? error.message
      : isSystemError(error)
        ? `${error.path ?? "the system"}: ${systemReason(error)}, on ${error.syscall}`
        : null;
  if (why !== null) {
    say(`${command}: ${why.replace(/\s*\n\s*/g, " ")}`);
    return BAD_INPUT;
  }
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  say(`${command}: this is a defect of ours, not of what you gave; please report the lines above`);
  return FAILED;
}

/**
 * `study ... | head` has read what it wanted: that is no failure of ours. A full disk behind `>`
 * is one of the place.
 */
function endWithItsReader(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit();
  say(`study: standard output cannot be written: ${systemReason(error)}`);
  process.exit(BAD_INPUT);
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length)) + 2;
  return [
    "study <command> [options]: for this request, AWS Lambda or ECS?",
    "",
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`),
    "",
    "Each has --help and --json. Exit status: 0 done; 1 a notebook, a check of audit, or (run " +
      "--strict) a gate failed; 2 bad usage or input, or a place that cannot be written.",
  ].join("\n");
}
