import { joinKeys } from "../formats/index.js";
import type { LogRecord } from "../fields.js";
import { readLog, type ReadOptions } from "../read-requests.js";
import type { QuarantinedLine } from "../requests.js";
import { joinedRow } from "./joined-row.js";
import { ProviderLogs, type ProviderEntry, type ProviderTotals } from "./provider-reader.js";

/** A row or record that has no counterpart: where it stands, by which ids it is known, and why. */
export interface Unmatched {
  place: string;
  keys: string[];
  reason: string;
}

/**
 * What became of every record. Client: rows = matched + clientOnly. Each provider: records =
 * matched + only + repeated + downstream.
 */
export interface JoinReport {
  client: {
    rows: number;
    matched: number;
    clientOnly: number;
    quarantined: number;
    /** Records of the clients' formats that are no requests. */
    passedOver: number;
    /** Rows that an answer of a platform was found for, by the log's format. */
    byProvider: Record<string, number>;
    /** Rows whose client named another platform than the one whose log has them. */
    contradictions: number;
  };
  providers: (ProviderTotals & {
    matched: number;
    only: number;
    /** A second record with the same id, as a retry leaves. */
    repeated: number;
    /** A function that was called on the way of a request that another target answered. */
    downstream: number;
  })[];
  clientOnly: Unmatched[];
  /** Records of the platforms that no client's row was joined with. */
  providerOnly: Unmatched[];
  quarantined: QuarantinedLine[];
  notes: string[];
}

/** Why a record of a platform has no row. */
const FATES: Readonly<Record<Exclude<ProviderEntry["fate"], "matched">, string>> = {
  only: "no client's row has its id",
  repeated: "an earlier record has its id (a retry)",
  downstream: "the load balancer had the request answered by another target",
};

/**
 * Joins clients' logs with those of the platforms by request id: each client's row goes to `onRow`
 * as a line in the study's own format, with what the platforms say of it; rows that only a client
 * saw go there as they are. Ids are compared as `joinKey` makes them, of `trace_id`, `request_id`
 * and `provider_request_id`. The platforms' logs are held in memory, the clients' pass through.
 *
 * Throws RequestSourceError as `readRequests` does, and where a platform's log is none.
 */
export async function joinLogs(
  { clients, providers }: { clients: readonly string[]; providers: readonly string[] },
  onRow: (line: string) => void,
  options: ReadOptions = {},
): Promise<JoinReport> {
  const logs = new ProviderLogs();
  for (const source of providers) await logs.read(source, { s3: options.s3 });
  const formats = logs.formats.map(({ format }) => format);
  const client = { rows: 0, matched: 0, clientOnly: 0, contradictions: 0 };
  const byProvider: Record<string, number> = Object.fromEntries(formats.map((id) => [id, 0]));
  const clientOnly: Unmatched[] = [];
  const join = (record: LogRecord, place: string): void => {
    const keys = joinKeys(record.trace_id, record.request_id, record.provider_request_id);
    const { entries, reason } = take(logs.find(keys), keys);
    const { record: row, contradiction } = joinedRow(record, place, entries, formats);
    client.rows++;
    client.contradictions += Number(contradiction);
    for (const entry of entries) byProvider[formats[entry.format]]++;
    if (entries.length > 0) client.matched++;
    else {
      client.clientOnly++;
      clientOnly.push({ place, keys, reason });
    }
    onRow(JSON.stringify(row));
  };
  const quarantined = [...logs.setAside.lines];
  const notes = [...logs.notes];
  let passedOver = 0;
  for (const source of clients) {
    const prefix = clients.length > 1 ? `${source}: ` : "";
    const log = await readLog(source, options, (record, place) => join(record, prefix + place));
    quarantined.push(...log.quarantined);
    notes.push(...log.notes.filter((note) => !ABOUT_THE_OTHER_CLOCK.test(note)));
    passedOver += log.formats.reduce((sum, reading) => sum + reading.passedOver, 0);
  }
  const quarantinedRows = quarantined.length - logs.setAside.lines.length;
  return {
    client: { ...client, quarantined: quarantinedRows, passedOver, byProvider },
    providers: logs.formats.map((totals, format) => {
      const fate = (of: ProviderEntry["fate"]): number =>
        logs.entries.filter((entry) => entry.format === format && entry.fate === of).length;
      return {
        ...totals,
        matched: fate("matched"),
        only: fate("only"),
        repeated: fate("repeated"),
        downstream: fate("downstream"),
      };
    }),
    clientOnly,
    providerOnly: logs.entries.flatMap(({ place, keys, fate }) =>
      fate === "matched" ? [] : [{ place, keys, reason: FATES[fate] }],
    ),
    quarantined,
    notes,
  };
}

/** What a client lacks by itself is what it is joined for. */
const ABOUT_THE_OTHER_CLOCK = /execution_time_ms|name no platform/;

/**
 * The entries that a row is joined with: those that no other row has taken. Where a load balancer
 * says that a target of its own answered, a function with the same trace was called by that target,
 * and is not what the client saw.
 */
function take(
  found: readonly ProviderEntry[],
  keys: readonly string[],
): { entries: ProviderEntry[]; reason: string } {
  const free = found.filter(({ fate }) => fate === "only");
  const behind = free.some(({ platform }) => platform === "ecs");
  const entries = free.filter(({ platform }) => !behind || platform !== "lambda");
  for (const entry of free) entry.fate = entries.includes(entry) ? "matched" : "downstream";
  const reason =
    keys.length === 0
      ? "the row has no id"
      : found.length > 0
        ? "an earlier row has its id"
        : "no platform's log has its id";
  return { entries, reason };
}
