import { createInterface } from "node:readline";
import { existsSync } from "node:fs";
import path from "node:path";
import { readModel } from "../models/index.js";
import { ContextError, routeRequest } from "../routing/index.js";
import { BAD_INPUT, DONE, out, UsageError, withUsersInput, type Command } from "./command.js";

export const predict: Command = {
  name: "predict",
  summary: "Reads requests' contexts (one JSON object a line) and answers Lambda or ECS for each.",
  positionals: "",
  maxPositionals: 0,
  options: {
    model: { type: "string", value: "DIR", help: "a model's folder, e.g. processed-data/simulated-42/models/gradient-boosting" },
    context: { type: "string", value: "JSON", help: "one context; without it, contexts are read from standard input" },
  },
  async run(args) {
    const folder = args.text("model");
    if (!folder) throw new UsageError("--model DIR names a model, e.g. processed-data/simulated-42/models/gradient-boosting");
    if (!existsSync(path.join(folder, "header.json"))) throw new UsageError(`${folder} holds no model (no header.json); \`study run\` writes some under processed-data/<run>/models`);
    const model = await withUsersInput(() => readModel(folder));
    const context = args.text("context");
    const lines = context !== undefined ? [context] : createInterface({ input: process.stdin });
    let number = 0, refused = 0;
    for await (const line of lines) {
      number++;
      if (line.trim() === "") continue;
      try {
        const route = routeRequest(model, parse(line));
        out(args.flag("json") ? JSON.stringify(route) : `${route.platform}  P(Lambda optimal) = ${route.probability.toFixed(3)}`);
      } catch (error) {
        if (!(error instanceof ContextError)) throw error;
        // One bad line must not stop a stream of them; it is told, and the exit status keeps it.
        process.stderr.write(`study predict: line ${number}: ${error.message}\n`);
        refused++;
      }
    }
    return refused > 0 ? BAD_INPUT : DONE;
  },
};

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new ContextError(`not JSON: ${(error as Error).message}`);
  }
}
