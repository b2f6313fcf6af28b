import { NO_PLATFORM } from "../campaign/index.js";
import { arrowParts, readArrowParts } from "./arrow-parts.js";
import { GrowingColumns } from "./columns.js";
import { COUNTERFACTUAL_COLUMNS, type Counterfactual } from "./counterfactual-columns.js";
import { RequestSourceError } from "./error.js";
import {
  amount,
  httpStatus,
  MOST_MS,
  MS_NEEDED,
  wrong,
  type Fault,
  type LogRecord,
} from "./fields.js";
import type { RecordWatcher } from "./line-reader.js";
import { arrowLog, readLog, type ReadOptions, type RequestLog } from "./read-requests.js";
import { PLATFORM_CODES } from "./record.js";
import { MISSING } from "./requests.js";

export interface CounterfactualLog extends RequestLog {
  counterfactual: Counterfactual;
}

/**
 * Reads simulated logs with the field `counterfactual: {platform, execution_time_ms,
 * response_time_ms, http_status, cold_start}` of each row, beside exactly the requests that
 * `readRequests` gives. Throws RequestSourceError where `readRequests` does, for a counterfactual
 * that is malformed (the simulator is at fault then, not a log line), and for logs in which no row
 * has one.
 */
export async function readCounterfactual(
  source: string,
  options: ReadOptions = {},
): Promise<CounterfactualLog> {
  if (arrowParts(source).length > 0) {
    const campaign = readArrowParts(source, { counterfactual: true });
    return { ...arrowLog(campaign), counterfactual: campaign.counterfactual! };
  }
  const columns = new GrowingColumns<Counterfactual>(COUNTERFACTUAL_COLUMNS);
  let found = false;
  const watch: RecordWatcher = (record, place) => {
    const told = record.counterfactual;
    found ||= told != null;
    const fault = readOutcome(told ?? null, record, columns.block, columns.row);
    if (fault) throw new RequestSourceError(`${place}: ${fault.reason}`);
    columns.commit();
  };
  const log = await readLog(source, options, watch);
  if (!found)
    throw new RequestSourceError(
      `${source} holds no counterfactual outcomes: only logs of a simulated campaign do`,
    );
  return { ...log, counterfactual: columns.finish() };
}

function readOutcome(
  told: unknown,
  record: LogRecord,
  to: Counterfactual,
  row: number,
): Fault | null {
  if (told === null) {
    to.platform[row] = NO_PLATFORM;
    to.executionTimeMs[row] = to.responseTimeMs[row] = NaN;
    to.httpStatus[row] = 0;
    to.coldStart[row] = MISSING;
    return null;
  }
  if (typeof told !== "object" || Array.isArray(told))
    return wrong("counterfactual", told, "an object");
  const outcome = told as LogRecord;
  const platform = PLATFORM_CODES.get(outcome.platform as string) ?? NO_PLATFORM;
  if (platform === NO_PLATFORM || outcome.platform === record.platform) {
    return wrong(
      "counterfactual.platform",
      outcome.platform,
      "the platform that did not serve the request, ecs or lambda",
    );
  }
  const status = httpStatus(outcome.http_status);
  const response = amount(outcome.response_time_ms, MOST_MS);
  const execution = amount(outcome.execution_time_ms, MOST_MS);
  const succeeded = status >= 200 && status < 300;
  if (status < 0)
    return wrong("counterfactual.http_status", outcome.http_status, "0 or 100 to 599");
  if (!(response >= 0))
    return wrong("counterfactual.response_time_ms", outcome.response_time_ms, MS_NEEDED);
  if (execution < 0 || (succeeded && Number.isNaN(execution))) {
    return wrong("counterfactual.execution_time_ms", outcome.execution_time_ms, MS_NEEDED);
  }
  const cold = outcome.cold_start;
  if (cold != null && typeof cold !== "boolean")
    return wrong("counterfactual.cold_start", cold, "true or false");
  to.platform[row] = platform;
  to.httpStatus[row] = status;
  to.responseTimeMs[row] = response;
  to.executionTimeMs[row] = succeeded ? execution : NaN;
  to.coldStart[row] = cold == null ? MISSING : cold ? 1 : 0;
  return null;
}
