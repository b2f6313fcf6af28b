import { existsSync, createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import {
  readRouter,
  routeLines,
  routeText,
  serveRouter,
  type RequestRouter,
  type RouteOptions,
} from "../routing/index.js";
import { BAD_INPUT, DONE, out, say, UsageError, type Arguments, type Command } from "./command.js";

export const predict: Command = {
  name: "predict",
  summary:
    "Reads requests' contexts (one JSON object a line) and answers Lambda or ECS for each, " +
    "with the reason and the expected difference.",
  positionals: "[FILE]",
  maxPositionals: 1,
  options: {
    model: {
      type: "string",
      value: "DIR",
      help: "a router's folder, e.g. processed-data/simulated-duet-42/router, or a model's alone",
    },
    context: {
      type: "string",
      value: "JSON",
      help: "one context; without it, contexts are read from FILE or standard input",
    },
    fallback: {
      type: "boolean",
      help: "answer contexts that leave something out with the campaign's mean, and say so",
    },
    serve: {
      type: "boolean",
      help:
        "answer over HTTP on 127.0.0.1: POST /predict, GET /health; what contexts leave out of " +
        "the arrival state is filled in from the requests asked about so far; feedback must be " +
        "given, since the server sees no platform's answers",
    },
    port: {
      type: "string",
      value: "N",
      help: "port to serve on (default 8787; 0 takes a free one)",
    },
  },
  async run(args) {
    const folder = args.text("model");
    const [file] = args.positionals;
    const context = args.text("context");
    if (!folder)
      throw new UsageError(
        "--model DIR names a router, e.g. processed-data/simulated-duet-42/router",
      );
    if (!existsSync(folder))
      throw new UsageError(
        `there is no folder ${folder}; \`study run\` writes processed-data/<run>/router`,
      );
    if (args.flag("serve") && (file !== undefined || context !== undefined))
      throw new UsageError("--serve takes its contexts over HTTP; leave FILE and --context out");
    if (!args.flag("serve") && args.text("port") !== undefined)
      throw new UsageError("--port needs --serve");
    if (file !== undefined && context !== undefined)
      throw new UsageError("contexts come from FILE or --context, not both");
    if (file !== undefined && !existsSync(file)) throw new UsageError(`there is no file ${file}`);
    const port = args.whole("port") ?? 8787;
    if (port > 65_535) throw new UsageError(`--port takes a number up to 65535, not ${port}`);
    const router = await readRouter(folder);
    const options = { fallback: args.flag("fallback") };
    if (options.fallback && !router.knowledge)
      throw new UsageError(
        `--fallback needs the campaign's contexts, which ${folder} does not hold: it is a ` +
          "model alone; name processed-data/<run>/router",
      );
    if (args.flag("serve")) return serve(router, port, args, options);
    return answerLines(
      router,
      context !== undefined
        ? [context]
        : createInterface({ input: file === undefined ? process.stdin : createReadStream(file) }),
      args,
      options,
    );
  },
};

async function answerLines(
  router: RequestRouter,
  lines: Iterable<string> | AsyncIterable<string>,
  args: Arguments,
  options: RouteOptions,
): Promise<number> {
  let number = 0;
  let refused = 0;
  for await (const line of lines) {
    number++;
    for (const answer of routeLines(router, line.replaceAll("\n", " "), options)) {
      if (!("error" in answer)) {
        out(args.flag("json") ? JSON.stringify(answer) : routeText(answer));
        continue;
      }
      // One bad line must not stop a stream of them; it is told, and the exit status keeps it.
      say(`study predict: line ${number}: ${answer.error}`);
      refused++;
    }
  }
  return refused > 0 ? BAD_INPUT : DONE;
}

/** Serves until Ctrl-C (or SIGTERM); answers under way are finished first. */
async function serve(
  router: RequestRouter,
  port: number,
  args: Arguments,
  options: RouteOptions,
): Promise<number> {
  const server = await serveRouter(router, { ...options, port }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES")
        throw new UsageError(
          `port ${port} on 127.0.0.1 is ` +
            `${error.code === "EACCES" ? "not allowed" : "taken"}; choose another with --port`,
        );
      throw error;
    },
  );
  const stopped = new Promise<void>((resolve) =>
    process.once("SIGINT", () => resolve()).once("SIGTERM", () => resolve()),
  );
  out(
    args.flag("json")
      ? JSON.stringify({ url: server.url })
      : `POST ${server.url}/predict, GET ${server.url}/health; Ctrl-C stops`,
  );
  await stopped;
  await server.close();
  return DONE;
}
