import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { checkThresholds, planOf } from "../artefacts/index.js";
import {
  auditJson,
  auditRequests,
  auditTable,
  offendingRows,
  runAudit,
  SUITE,
  type AuditInput,
  type AuditJson,
  type AuditResult,
} from "../audit/index.js";
import { csvLine, readLabelledTable } from "../features/index.js";
import { writeAllWhole } from "../files/index.js";
import { quarantineInWords, RequestSourceError, type RequestLog } from "../requests/index.js";
import {
  declaredMemoryMb,
  featureSets,
  labelChoice,
  logOptions as statedLogs,
  type Settings,
} from "../settings/index.js";
import { auditText } from "./audit-text.js";
import {
  ACCEPT_OPTION,
  acceptedFindings,
  DONE,
  FAILED,
  out,
  outJson,
  say,
  UsageError,
  type Arguments,
  type Command,
} from "./command.js";
import { PLAN_NAMES } from "./plan-names.js";
import {
  LOG_OPTIONS,
  logOptions,
  quarantineJson,
  readLogs,
  type QuarantineJson,
} from "./read-logs.js";
import { SETTINGS_OPTIONS, settingsOf } from "./settings-options.js";

export const audit: Command = {
  name: "audit",
  summary:
    "Looks for everything that makes a campaign (or any labelled table) useless for " +
    "learning. Exit status 1 when a check fails.",
  positionals: "LOGS|TABLE",
  maxPositionals: 1,
  options: {
    ...SETTINGS_OPTIONS,
    label: {
      type: "string",
      value: "COLUMN",
      help: "audit a table (.csv, .jsonl, .arrow) with this binary label",
    },
    features: {
      type: "string",
      value: "LIST",
      help: "its feature columns, separated by commas (default: all but the label)",
    },
    plan: {
      type: "string",
      value: "NAME|FILE",
      help:
        `compare with a plan: ${PLAN_NAMES}, or none (default: the one that the logs ` +
        "were collected from, where they say so)",
    },
    only: {
      type: "string",
      value: "LIST",
      help: `checks to run: ${SUITE.map(({ id }) => id).join(", ")}`,
    },
    skip: { type: "string", value: "LIST", help: "checks to leave out" },
    threshold: {
      type: "string",
      value: "LIST",
      help: "thresholds in place of the defaults: payload-sizes.sizes=5,...",
    },
    accept: ACCEPT_OPTION,
    rows: {
      type: "string",
      value: "DIR",
      help:
        "write the rows at fault there: CHECK.csv with file and line, where a check can name " +
        "them",
    },
    ...LOG_OPTIONS,
    "no-fail": { type: "boolean", help: "exit with status 0 whatever is found" },
  },
  async run(args) {
    const [source] = args.positionals;
    if (!source)
      throw new UsageError(
        "name a folder of logs, or a table with --label, e.g. `study audit " +
          "../shared/data/variance-run`",
      );
    const settings = settingsOf(args);
    const { input, log } =
      args.text("label") === undefined
        ? await logsInput(source, args, settings)
        : { input: await tableInput(source, args), log: null };
    const result = runAudit(input, {
      only: list(args, "only"),
      skip: list(args, "skip"),
      thresholds: { ...checkThresholds(settings), ...thresholds(args.text("threshold")) },
      accepted: acceptedFindings(args),
    });
    const folder = args.text("rows");
    if (folder !== undefined) writeRows(input, result, folder);
    if (args.flag("json"))
      outJson({ ...auditJson(result), reasons: log ? quarantineJson(log).reasons : [] });
    else out(auditText(result, log ? quarantineInWords(log) : []));
    return result.verdict === "fail" && !args.flag("no-fail") ? FAILED : DONE;
  },
};

/** Writes the rows at fault of every check that fails or warns and can name them. */
function writeRows(input: AuditInput, { checks }: AuditResult, folder: string): void {
  if (input.requests === null) throw new UsageError("--rows names lines of logs; a table has none");
  const found = checks.filter(({ verdict }) => verdict === "fail" || verdict === "warn");
  const atFault = offendingRows(
    input,
    found.map((check) => check.id),
  );
  writeAllWhole(
    atFault.map(({ id, lines }) => [
      path.join(folder, `${id}.csv`),
      csvLine(["file", "line"]) + lines.map(({ file, line }) => csvLine([file, line])).join(""),
    ]),
  );
  for (const { id, lines } of atFault)
    say(`${path.join(folder, `${id}.csv`)}: ${lines.length} rows`);
}

async function logsInput(
  source: string,
  args: Arguments,
  settings: Settings,
): Promise<{ input: AuditInput; log: RequestLog }> {
  if (
    !source.startsWith("s3://") &&
    existsSync(source) &&
    statSync(source).isFile() &&
    /\.arrow$/.test(source)
  ) {
    throw new UsageError(`${source} is a table: name its label with --label COLUMN`);
  }
  const plan = planOf(args.text("plan") ?? settings.stated.plan, source) ?? undefined;
  const log = await readLogs(source, logOptions(args, statedLogs(settings)), (empty) => {
    if (args.flag("json")) outJson(nothingAudited(empty));
  }).catch((error: Error) => {
    if (!(error instanceof RequestSourceError) || !source.endsWith(".csv")) throw error;
    throw new UsageError(
      `${error.message}. Where the file is a table: name its label with --label COLUMN`,
    );
  });
  const { totals, fieldTypes } = log;
  const requests = { ...log.requests, declaredMemoryMb: declaredMemoryMb(settings) };
  const input = auditRequests(requests, {
    ...{ quarantined: totals.quarantined, fieldTypes, plan },
    labelling: labelChoice(settings),
    featureSets: featureSets(settings),
  });
  return { input, log };
}

/** The shape of an audit, of which no check could be run. */
function nothingAudited(log: RequestLog): AuditJson & QuarantineJson {
  const { name, kind, local = false } = log.requests.provenance;
  return {
    ...{ verdict: "not applicable", rows: 0, name, kind, local, dates: null },
    ...{ attainability: null, causes: [], checks: [], accepted: {} },
    ...quarantineJson(log),
  };
}

async function tableInput(source: string, args: Arguments): Promise<AuditInput> {
  return auditTable(
    await readLabelledTable(source, {
      label: args.text("label")!,
      features: list(args, "features"),
    }),
    { name: source.split(/[\\/]/).at(-1)! },
  );
}

function list(args: Arguments, option: string): string[] | undefined {
  return args
    .text(option)
    ?.split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** "payload-sizes.sizes=5,ceiling.low=0.7" by check and name. */
function thresholds(text: string | undefined): Record<string, Record<string, number>> {
  const given: Record<string, Record<string, number>> = {};
  for (const item of text?.split(",") ?? []) {
    const match = /^\s*([\w-]+)\.(\w+)=(\S+)\s*$/.exec(item);
    if (!match || Number.isNaN(Number(match[3])))
      throw new UsageError(
        `--threshold takes check.name=number, separated by commas, not "${item}"`,
      );
    (given[match[1]] ??= {})[match[2]] = Number(match[3]);
  }
  return given;
}
