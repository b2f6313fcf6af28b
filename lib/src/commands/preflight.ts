import { readPlan } from "../campaign/index.js";
import { featureSets, gateThresholdsOf, labelChoice, type Settings } from "../settings/index.js";
import { gateSensitivity, planChanges, preflight, type GateOptions } from "../preflight/index.js";
import { DONE, out, outJson, UsageError, type Command } from "./command.js";
import { PLAN_NAMES } from "./plan-names.js";
import { SETTINGS_OPTIONS, settingsOf } from "./settings-options.js";
import { changesText, preflightText, sensitivityText } from "./preflight-text.js";

/** Simulations a single change of the plan, and a changed default, are judged by. */
const RUNS_PER_CHANGE = 2;
const RUNS_PER_DEFAULT = 2;

export const preflightCommand: Command = {
  name: "preflight",
  summary:
    `Simulates a plan (${PLAN_NAMES}) several times and says how often it meets each gate, ` +
    `those of a trained model included,\n` +
    "which single change of the plan helps most, and what it costs.",
  positionals: "NAME|FILE",
  maxPositionals: 1,
  options: {
    ...SETTINGS_OPTIONS,
    runs: {
      type: "string",
      value: "N",
      help: "simulations, each with a seed of its own (default 20)",
    },
    seed: { type: "string", value: "N", help: "seed they are made from (default 42)" },
    sensitivity: {
      type: "boolean",
      help:
        `also halve and double each of the simulator's defaults (${RUNS_PER_DEFAULT} ` +
        "simulations each): which gates flip?",
    },
    "gates-only": {
      type: "boolean",
      help:
        `leave out the search for the change that helps most (${RUNS_PER_CHANGE} simulations a ` +
        "change)",
    },
  },
  async run(args) {
    const settings = settingsOf(args);
    const name = args.positionals[0] ?? settings.stated.plan;
    if (!name || name === "none") throw new UsageError(`name a plan: ${PLAN_NAMES}`);
    const plan = readPlan(name);
    const seed = args.whole("seed") ?? settings.stated.seed ?? 42;
    const options = gateOptions(settings);
    const runs = args.whole("runs", 1);
    const terminal = process.stderr.isTTY;
    const progress =
      (what: string) =>
      (share: number): void =>
        void (terminal && process.stderr.write(`\r\x1b[K${what} ${(100 * share).toFixed(0)} %`));
    const expected = await preflight(plan, {
      ...options,
      seed,
      runs,
      onProgress: progress("simulating the plan"),
    });
    const changes = args.flag("gates-only")
      ? null
      : await planChanges(plan, {
          ...options,
          seed,
          runs: RUNS_PER_CHANGE,
          onProgress: progress("changing the plan"),
        });
    const sensitivity = args.flag("sensitivity")
      ? await gateSensitivity(plan, {
          ...options,
          seed,
          runs: RUNS_PER_DEFAULT,
          onProgress: progress("changing the defaults"),
        })
      : null;
    if (terminal) process.stderr.write("\r\x1b[K");
    if (args.flag("json"))
      outJson({
        seed,
        ...expected,
        ...(changes && { changes }),
        ...(sensitivity && { sensitivity }),
      });
    else
      out(
        [
          preflightText(expected, seed),
          ...(changes ? [changesText(expected, changes, RUNS_PER_CHANGE)] : []),
          ...(sensitivity ? [sensitivityText(sensitivity)] : []),
        ].join("\n\n"),
      );
    return DONE;
  },
};

/** What the study states of how requests are judged; the rest is the plan's own. */
function gateOptions(settings: Settings): GateOptions {
  const { stated } = settings;
  const { prices, taskSizes: _, lambdaMemoryMb: __, ...label } = labelChoice(settings);
  const features = featureSets(settings);
  return {
    labels: { ...(stated.prices && { prices }), ...label },
    thresholds: gateThresholdsOf(settings),
    ...(features && { features }),
  };
}
