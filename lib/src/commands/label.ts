import { countLabelsByWorkload, LABEL_SCHEMES, labelRequests, type LabelScheme, type LatencyClock } from "../labels/index.js";
import { readRequests } from "../requests/index.js";
import { DONE, out, outJson, UsageError, type Command } from "./command.js";

export const label: Command = {
  name: "label",
  summary: "Labels every request as Lambda's or ECS's and counts them by workload.",
  positionals: "LOGS",
  maxPositionals: 1,
  options: {
    scheme: { type: "string", value: "NAME", help: `${LABEL_SCHEMES.join(", ")} (default request-vs-median)` },
    clock: { type: "string", value: "CLOCK", help: "execution (the platform's, default) or response (the client's)" },
    "latency-margin": { type: "string", value: "SHARE", help: "how much faster Lambda must be (default 0.1)" },
    "cost-margin": { type: "string", value: "SHARE", help: "how much cheaper Lambda must be (default 0.1)" },
  },
  async run(args) {
    const [logs] = args.positionals;
    if (!logs) throw new UsageError("name a folder of logs, e.g. `study label ../shared/data/variance-run`");
    const scheme = (args.text("scheme") ?? "request-vs-median") as LabelScheme;
    const clock = (args.text("clock") ?? "execution") as LatencyClock;
    if (clock !== "execution" && clock !== "response") throw new UsageError(`--clock is execution or response, not "${clock}"`);
    const { requests, totals } = await readRequests(logs);
    const labels = labelRequests(requests, { scheme, clock, latencyMargin: args.number("latency-margin") ?? 0.1, costMargin: args.number("cost-margin") ?? 0.1 });
    const byWorkload = countLabelsByWorkload(requests, labels);
    const rows = Object.values(byWorkload).reduce((sum, counts) => sum + counts.rows, 0);
    if (args.flag("json")) {
      outJson({ scheme, rows, byWorkload });
      return DONE;
    }
    out(`${requests.provenance.name} (${requests.provenance.kind}): ${totals.rows} requests, ${rows} labelled by ${scheme} on the ${clock} clock`);
    for (const [reason, count] of Object.entries(labels.unlabelled)) out(`  without a label: ${count} (${reason})`);
    for (const [workload, counts] of Object.entries(byWorkload)) {
      const share = ((100 * counts.balanced_optimal) / counts.rows).toFixed(1);
      out(`  ${workload.padEnd(22)}${String(counts.balanced_optimal).padStart(8)} of ${String(counts.rows).padStart(8)} are Lambda's (${share} %); faster ${counts.latency_optimal}, cheaper ${counts.cost_optimal}`);
    }
    return DONE;
  },
};
