import path from "node:path";
import { labellingContents, labellingFiles } from "../artefacts/index.js";
import { labelledRequests } from "../attainability/index.js";
import { writeAllWhole } from "../files/index.js";
import {
  countLabelsByWorkload,
  failureEffect,
  LABEL_SCHEMES,
  labelRequests,
  usualScheme,
  type CostModel,
  type FailureTreatment,
  type LabelOptions,
  type LabelScheme,
  type LatencyClock,
} from "../labels/index.js";
import { CELL_KEYS, quarantineInWords, type CellKey } from "../requests/index.js";
import {
  declaredMemoryMb,
  featureSets,
  labelChoice,
  logOptions as statedLogs,
} from "../settings/index.js";
import { DONE, out, outJson, UsageError, type Arguments, type Command } from "./command.js";
import { LOG_OPTIONS, logOptions, quarantineJson, readLogs } from "./read-logs.js";
import { SETTINGS_OPTIONS, settingsOf } from "./settings-options.js";

export const label: Command = {
  name: "label",
  summary:
    "Labels every request as Lambda's or ECS's, counts them by workload, and (--out) writes " +
    "them with their features.",
  positionals: "LOGS",
  maxPositionals: 1,
  options: {
    ...SETTINGS_OPTIONS,
    scheme: {
      type: "string",
      value: "NAME",
      help: `${LABEL_SCHEMES.join(", ")} (default duet for pairs, else request-vs-median)`,
    },
    clock: {
      type: "string",
      value: "CLOCK",
      help: "execution (the platform's) or response (the client's): duet's default, else execution",
    },
    "latency-margin": {
      type: "string",
      value: "SHARE",
      help: "how much faster Lambda must be (default 0.1)",
    },
    "cost-margin": {
      type: "string",
      value: "SHARE",
      help: "how much cheaper Lambda must be (default 0.1)",
    },
    utilisation: {
      type: "string",
      value: "SHARE",
      help: "charge ECS task-hours at this utilisation (default: busy time)",
    },
    balancer: { type: "boolean", help: "with --utilisation: charge a load balancer's hours, too" },
    failures: {
      type: "string",
      value: "HOW",
      help: "slowest (they take part) or dropped (default: dropped by the thesis's two schemes)",
    },
    "group-by": {
      type: "string",
      value: "LIST",
      help: `compare within these: ${CELL_KEYS.join(",")} (default: the scheme's)`,
    },
    out: {
      type: "string",
      value: "DIR",
      help: "write labelled.arrow, labelled.csv (the thesis's columns) and labelling.json there",
    },
    ...LOG_OPTIONS,
  },
  async run(args) {
    const [logs] = args.positionals;
    if (!logs)
      throw new UsageError("name a folder of logs, e.g. `study label ../shared/data/variance-run`");
    const settings = settingsOf(args);
    const given = { ...labelChoice(settings), ...optionsOf(args) };
    const log = await readLogs(logs, logOptions(args, statedLogs(settings)), (empty) => {
      const { scheme = usualScheme(empty.requests) } = given;
      if (args.flag("json")) outJson({ scheme, rows: 0, byWorkload: {}, ...quarantineJson(empty) });
    });
    const { totals } = log;
    const requests = { ...log.requests, declaredMemoryMb: declaredMemoryMb(settings) };
    const labels = labelRequests(requests, given);
    const { scheme, clock } = labels.options;
    const byWorkload = countLabelsByWorkload(requests, labels);
    const rows = Object.values(byWorkload).reduce((sum, counts) => sum + counts.rows, 0);
    const folder = args.text("out");
    if (folder !== undefined) {
      const contents = labellingContents(
        labellingFiles(requests, labels, labelledRequests(requests, labels, featureSets(settings))),
      );
      writeAllWhole(
        Object.entries(contents).map(([name, content]) => [path.join(folder, name), content]),
      );
    }
    if (args.flag("json")) {
      outJson({ scheme, rows, byWorkload, ...quarantineJson(log) });
      return DONE;
    }
    for (const line of quarantineInWords(log)) out(line);
    out(
      `${requests.provenance.name} (${requests.provenance.kind}): ${totals.rows} requests, ` +
        `${rows} labelled by ${scheme} on the ${clock} clock`,
    );
    for (const [reason, count] of Object.entries(labels.unlabelled))
      out(`  without a label: ${count} (${reason})`);
    for (const [workload, why] of Object.entries(labels.onTimeAlone))
      out(`  ${workload} is labelled on time alone: ${why} (--config or --set)`);
    for (const [workload, counts] of Object.entries(byWorkload)) {
      const share = ((100 * counts.balanced_optimal) / counts.rows).toFixed(1);
      out(
        `  ${workload.padEnd(22)}${String(counts.balanced_optimal).padStart(8)} of ` +
          `${String(counts.rows).padStart(8)} are Lambda's (${share} %); faster ` +
          `${counts.latency_optimal}` +
          (Object.hasOwn(labels.onTimeAlone, workload) ? "" : `, cheaper ${counts.cost_optimal}`),
      );
    }
    const { failed, withoutPlatform, changed, compared, treatment, treatmentInWords } =
      failureEffect(requests, labels.options);
    const otherwise =
      treatment === "dropped" ? "if they took part" : "if they were dropped, as the thesis did";
    if (failed > 0)
      out(
        `  ${treatmentInWords}: ${failed} (${withoutPlatform} of them name no platform); ` +
          `${otherwise}, ${changed} of ${compared} labels would change`,
      );
    if (folder !== undefined)
      out(`  written to ${folder}: labelled.arrow, labelled.csv, labelling.json`);
    return DONE;
  },
};

/** The options that were given; the scheme has a choice of its own for the others. */
function optionsOf(args: Arguments): Partial<LabelOptions> {
  const scheme = args.text("scheme") as LabelScheme | undefined;
  const clock = args.text("clock") as LatencyClock | undefined;
  const failures = args.text("failures") as FailureTreatment | undefined;
  if (clock !== undefined && clock !== "execution" && clock !== "response")
    throw new UsageError(`--clock is execution or response, not "${clock as string}"`);
  if (failures !== undefined && failures !== "slowest" && failures !== "dropped")
    throw new UsageError(`--failures is slowest or dropped, not "${failures as string}"`);
  const groupBy = args
    .text("group-by")
    ?.split(",")
    .map((key) => key.trim()) as CellKey[] | undefined;
  const stray = groupBy?.find((key) => !CELL_KEYS.includes(key));
  if (stray !== undefined)
    throw new UsageError(`--group-by takes ${CELL_KEYS.join(", ")}, not "${stray}"`);
  const utilisation = args.number("utilisation");
  if (utilisation === undefined && args.flag("balancer"))
    throw new UsageError("--balancer needs --utilisation: busy time charges none");
  const cost: CostModel | undefined =
    utilisation === undefined
      ? undefined
      : { kind: "task-hours", utilisation, loadBalancer: args.flag("balancer") };
  const latencyMargin = args.number("latency-margin");
  const costMargin = args.number("cost-margin");
  return {
    ...(scheme !== undefined && { scheme }),
    ...(clock !== undefined && { clock }),
    ...(cost !== undefined && { cost }),
    ...(latencyMargin !== undefined && { latencyMargin }),
    ...(costMargin !== undefined && { costMargin }),
    ...(failures && { failures }),
    ...(groupBy && { groupBy }),
  };
}
