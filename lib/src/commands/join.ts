import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PartialFiles, writingTo } from "../files/index.js";
import { joinLogs, type JoinReport } from "../requests/index.js";
import {
  DONE,
  FAILED,
  out,
  outJson,
  say,
  UsageError,
  type Arguments,
  type Command,
} from "./command.js";
import { LOG_OPTIONS, logOptions } from "./read-logs.js";

const CAMPAIGN = "requests.jsonl";
const REPORT = "join.json";

export const join: Command = {
  name: "join",
  summary:
    "Joins logs of clients (k6, JMeter, Locust, the study's own) with those of the platforms " +
    "(Lambda, a load balancer) by request id, and writes one campaign.\n" +
    "Exit status 1 where no row was matched.",
  positionals: "CLIENT...",
  maxPositionals: 100,
  options: {
    with: {
      type: "string",
      multiple: true,
      value: "PROVIDER",
      help: "a platform's logs: a folder, a file or s3://bucket/prefix (repeatable)",
    },
    out: {
      type: "string",
      value: "DIR",
      help: `where to write ${CAMPAIGN}, and ${REPORT}: what became of every record`,
    },
    ...LOG_OPTIONS,
  },
  async run(args) {
    const folder = args.text("out");
    const providers = args.texts("with");
    if (args.positionals.length === 0 || providers.length === 0 || folder === undefined)
      throw new UsageError(
        "name the clients' logs, --with the platforms' logs and --out a folder, e.g. " +
          "`study join k6.json --with lambda.log --with alb/ --out ../joined`",
      );
    const report = await writeJoined(args, providers, folder);
    if (args.flag("json")) outJson(report);
    else out(joinText(report, folder));
    return report.client.matched > 0 ? DONE : FAILED;
  },
};

/** Lines that are written at once. */
const BATCH_LINES = 1000;

/** Writes the campaign and the report, both or neither. */
async function writeJoined(
  args: Arguments,
  providers: readonly string[],
  folder: string,
): Promise<JoinReport> {
  const campaign = path.join(folder, CAMPAIGN);
  if (existsSync(campaign))
    throw new UsageError(`${campaign} exists already; name another folder, or remove it first`);
  const files = new PartialFiles();
  try {
    const rows = files.begin(campaign);
    let lines: string[] = [];
    const flush = (): void => {
      if (lines.length > 0) writingTo(rows, () => appendFileSync(rows, `${lines.join("\n")}\n`));
      lines = [];
    };
    const report = await joinLogs(
      { clients: args.positionals, providers },
      (line) => {
        if (lines.push(line) >= BATCH_LINES) flush();
      },
      logOptions(args),
    );
    flush();
    const told = files.begin(path.join(folder, REPORT));
    writingTo(told, () => writeFileSync(told, `${JSON.stringify(report, null, 2)}\n`));
    files.finish();
    for (const note of report.notes) say(note);
    return report;
  } catch (error) {
    files.discard();
    throw error;
  }
}

const SHOWN = 5;

function joinText(
  { client, providers, clientOnly, providerOnly, quarantined }: JoinReport,
  folder: string,
): string {
  const count = (value: number): string => value.toLocaleString("en-US");
  const listed = (title: string, rows: readonly { place: string; reason: string }[]): string[] =>
    rows.length === 0
      ? []
      : [
          `${title}:`,
          ...rows.slice(0, SHOWN).map(({ place, reason }) => `  ${place}: ${reason}`),
          ...(rows.length > SHOWN
            ? [`  and ${count(rows.length - SHOWN)} more, in ${path.join(folder, REPORT)}`]
            : []),
        ];
  return [
    `${count(client.rows)} rows of clients: ${count(client.matched)} matched, ` +
      `${count(client.clientOnly)} seen by a client only; ${count(client.quarantined)} lines ` +
      "that are no requests",
    ...providers.map(
      ({ format, records, matched, only, repeated, downstream, quarantined: bad }) =>
        `${count(records)} records of ${format}: ${count(matched)} matched, ${count(only)} ` +
        `without a row, ${count(repeated)} repeated, ${count(downstream)} downstream; ` +
        `${count(bad)} that cannot be read`,
    ),
    ...(client.contradictions > 0
      ? [
          `${count(client.contradictions)} rows name another platform than the one whose log has ` +
            "them; the platform's log was believed",
        ]
      : []),
    ...listed("Seen by a client only", clientOnly),
    ...listed("Without a client's row", providerOnly),
    ...listed(
      "Set aside",
      quarantined.map(({ file, line, reason }) => ({ place: `${file}:${line}`, reason })),
    ),
    ...(client.matched === 0 ? [nothingMatched(clientOnly, providerOnly)] : []),
    `Written to ${folder}: ${CAMPAIGN}, ${REPORT}`,
  ].join("\n");
}

/** What the ids look like on both sides, so that it is seen why none is the other's. */
function nothingMatched(
  clientOnly: JoinReport["clientOnly"],
  providerOnly: JoinReport["providerOnly"],
): string {
  const example = (rows: JoinReport["clientOnly"]): string =>
    rows.find(({ keys }) => keys.length > 0)?.keys.join(", ") ?? "none at all";
  return (
    `No row was matched. Ids of the clients: ${example(clientOnly)}; of the platforms: ` +
    `${example(providerOnly)}. A client's ids are trace_id (the root of the X-Amzn-Trace-Id it ` +
    "sent), request_id and provider_request_id (x-amzn-requestid of Lambda's answer): name the " +
    "column that holds one, e.g. --map trace_id=COLUMN"
  );
}
