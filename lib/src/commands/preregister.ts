import { readPlan } from "../campaign/index.js";
import { writeWhole } from "../files/index.js";
import { LABEL_SCHEMES, type LabelScheme } from "../labels/index.js";
import { preregister, preregistrationJson } from "../preregistration/index.js";
import { DONE, out, outJson, typedPath, UsageError, type Command } from "./command.js";
import { PLAN_NAMES } from "./plan-names.js";

export const preregisterCommand: Command = {
  name: "preregister",
  summary:
    `Freezes a study before it is run: plan (${PLAN_NAMES}),\n` +
    "gates, label, primary outcome and seed, with a SHA-256 to publish. `study run\n" +
    "--preregistered FILE` then reports every departure.",
  positionals: "NAME|FILE",
  maxPositionals: 1,
  options: {
    to: { type: "string", value: "FILE", help: "file to write (.json)" },
    seed: { type: "string", value: "N", help: "seed of everything random (default 42)" },
    primary: {
      type: "string",
      value: "GATE",
      help: "gate by which the study is judged (default beats-lookup)",
    },
    scheme: {
      type: "string",
      value: "NAME",
      help:
        `${LABEL_SCHEMES.join(", ")} (default duet for a plan of pairs, ` +
        "else request-vs-median)",
    },
    "latency-margin": { type: "string", value: "SHARE", help: "default 0.1" },
    "cost-margin": { type: "string", value: "SHARE", help: "default 0.1" },
  },
  async run(args) {
    const [name] = args.positionals;
    const to = args.text("to");
    if (!name) throw new UsageError(`name a plan: ${PLAN_NAMES}`);
    if (!to) throw new UsageError("say where to write: --to FILE");
    const frozen = preregister(readPlan(name), {
      seed: args.whole("seed") ?? 42,
      primaryOutcome: args.text("primary"),
      scheme: args.text("scheme") as LabelScheme | undefined,
      latencyMargin: args.number("latency-margin"),
      costMargin: args.number("cost-margin"),
    });
    writeWhole(typedPath(to), preregistrationJson(frozen));
    if (args.flag("json")) outJson(frozen);
    else
      out(
        `Frozen in ${to}: plan "${frozen.plan.name}", ${frozen.gates.length} gates, labels by ` +
          `${frozen.label.scheme}, judged by ${frozen.primaryOutcome}, seed ${frozen.seed}.\n` +
          `SHA-256 ${frozen.sha256}\nPublish this line before the first request is sent; then ` +
          `\`study run --preregistered ${to}\`.`,
      );
    return DONE;
  },
};
