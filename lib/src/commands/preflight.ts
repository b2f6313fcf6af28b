import { readPlan } from "../campaign/index.js";
import { formatNumber, tableText } from "../display/index.js";
import { preflight, type ExpectedGate, type Preflight, type Spread } from "../preflight/index.js";
import { DONE, out, outJson, UsageError, withUsersInput, type Command } from "./command.js";
import { PLAN_NAMES } from "./plan-names.js";

export const preflightCommand: Command = {
  name: "preflight",
  summary: `Simulates a plan (${PLAN_NAMES}) several times and says how often it meets each gate that stands before training.`,
  positionals: "NAME|FILE",
  maxPositionals: 1,
  options: {
    runs: { type: "string", value: "N", help: "simulations, each with a seed of its own (default 20)" },
    seed: { type: "string", value: "N", help: "seed they are made from (default 42)" },
  },
  async run(args) {
    const [name] = args.positionals;
    if (!name) throw new UsageError(`name a plan: ${PLAN_NAMES}`);
    const plan = await withUsersInput(() => readPlan(name)), seed = args.whole("seed") ?? 42, runs = args.whole("runs", 1);
    const terminal = process.stderr.isTTY;
    const onProgress = (share: number): void => void (terminal && process.stderr.write(`\r\x1b[K${(100 * share).toFixed(0)} %`));
    const expected = preflight(plan, { seed, runs, onProgress });
    if (terminal) process.stderr.write("\r\x1b[K");
    if (args.flag("json")) outJson({ seed, ...expected });
    else out(preflightText(expected, seed));
    return DONE;
  },
};

function preflightText({ plan, runs, gates, lambdaShare, requests, answered, bill }: Preflight, seed: number): string {
  const count = (value: number): string => formatNumber(Math.round(value), "count"), share = (value: number): string => formatNumber(value, "share");
  return [
    `Simulated ${plan} ${runs} ${runs === 1 ? "time" : "times"} (seed ${seed}): ${ranged(requests, count)} requests, ` +
    `${ranged(answered, count)} answered; expected bill ${formatNumber(bill.totalUsd, "usd")}`,
    runs === 1 ? "One simulation has no range." : "In brackets: where 95 % of the simulations lie.",
    "",
    tableText(gates.map((gate) => ({ gate: gate.id, value: gateValue(gate), target: gate.target, met: gate.passShare, verdict: gate.verdict })), {
      columns: "gate | value::simulated value | target | met:share:simulations that meet it | verdict:verdict",
    }),
    "",
    ...Object.entries(lambdaShare).map(([workload, of]) => `  ${workload}: ${ranged(of, share)} are Lambda's`),
  ].join("\n");
}

/** Of `label-share` the value is the share of the rarer label, as `ExpectedGate` says. */
function gateValue({ id, value, unit }: ExpectedGate): string {
  if (value === null) return "–";
  const format = unit === "count" || unit === "MB" ? "number" : unit;
  return ranged(value, (number) => formatNumber(number, format)) + (id === "label-share" ? " (rarer label)" : "");
}

function ranged({ mean, low, high }: Spread, text: (value: number) => string): string {
  return low === high ? text(mean) : `${text(mean)} [${text(low)}, ${text(high)}]`;
}
