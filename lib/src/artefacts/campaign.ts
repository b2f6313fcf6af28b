import { rmSync } from "node:fs";
import { shippedPlan } from "../campaign/index.js";
import { markSimulated } from "../display/index.js";
import { writeSimulatedLogs } from "../platforms/index.js";
import {
  quarantineInWords,
  readRequests,
  requestsFromArrow,
  requestsToArrow,
  type Requests,
  type RequestLog,
  writeQuarantine,
} from "../requests/index.js";
import { InputError } from "../statistics/index.js";
import type { Study } from "./study.js";

/**
 * The plan whose campaign stands in for logs when no data were named: the author's redesigned one.
 */
export const DEFAULT_PLAN = "variance";

/** Where the campaign's columns are handed on, and by which notebook. */
const REQUESTS = "requests.arrow";
const QUARANTINE = "quarantine.jsonl";
const WRITTEN_BY = "01_variance_audit";

/**
 * The logs of a run: the user's, or those of a shipped plan, simulated with the run's seed and
 * written under `logs/<plan>` first, so that simulated requests take the very path that real ones
 * take.
 */
export async function loadCampaign(
  study: Study,
  plan: string = DEFAULT_PLAN,
  onProgress?: (shareDone: number) => void,
): Promise<RequestLog> {
  if (study.source.location !== null) {
    const log = await readRequests(study.source.location, {
      onProgress: ({ files, filesTotal }) => onProgress?.(files / filesTotal),
    });
    markProvenance(study, log.requests);
    return log;
  }
  const folder = study.path(`logs/${plan}`);
  rmSync(folder, { recursive: true, force: true });
  writeSimulatedLogs(shippedPlan(plan), folder, { seed: study.seed, gzip: true, onProgress });
  return readRequests(folder);
}

/** A campaign of a run, under the title it is shown by. */
export interface NamedCampaign {
  title: string;
  log: RequestLog;
}

/**
 * The campaigns that notebook 01 audits: the user's logs; or, when none were named, both of the
 * author's, simulated. The last one is the one the later notebooks go on with. Lines that are no
 * requests are written to `quarantine.jsonl`. Throws an InputError where no line is one.
 */
export async function loadCampaigns(
  study: Study,
  onProgress?: (shareDone: number) => void,
): Promise<NamedCampaign[]> {
  if (study.source.kind === "logs") {
    const log = await loadCampaign(study, DEFAULT_PLAN, onProgress);
    await keepQuarantined(study, [log]);
    return [
      { title: `${log.requests.provenance.name}${study.simulated ? " (simulated)" : ""}`, log },
    ];
  }
  const first = await loadCampaign(study, "fixed-payload", (share) => onProgress?.(share / 2));
  const second = await loadCampaign(study, DEFAULT_PLAN, (share) => onProgress?.((1 + share) / 2));
  await keepQuarantined(study, [first, second]);
  return [
    { title: "fixed-payload (simulated)", log: first },
    { title: "variance (simulated)", log: second },
  ];
}

/**
 * Writes the lines that are no requests while the logs are being read, so that they are there
 * whatever becomes of the notebook. Throws an InputError with the commonest reasons where no line
 * is a request: there is nothing to go on with.
 */
async function keepQuarantined(study: Study, logs: readonly RequestLog[]): Promise<void> {
  await writeQuarantine(
    study.path(QUARANTINE),
    logs.flatMap(({ quarantined }) => quarantined),
  );
  study.claim(QUARANTINE);
  for (const log of logs)
    if (log.requests.rowCount === 0)
      throw new InputError(
        [
          `${log.requests.provenance.name} holds no request`,
          ...quarantineInWords(log),
          ...(log.totals.lines === 0 ? ["its files hold no line at all"] : []),
        ].join("\n"),
      );
}

/** Where the logs lie that `loadCampaign` read. */
export function campaignLocation(study: Study, plan: string = DEFAULT_PLAN): string {
  return study.source.location ?? study.path(`logs/${plan}`);
}

/** Hands the campaign on to the later notebooks. */
export function handOnRequests(study: Study, requests: Requests): void {
  study.writeBytes(REQUESTS, requestsToArrow(requests));
}

/** The campaign as notebook 01 handed it on. */
export function takeRequests(study: Study): Requests {
  const requests = requestsFromArrow(study.readBytes(REQUESTS, WRITTEN_BY));
  markProvenance(study, requests);
  return requests;
}

/**
 * Logs that the user names may be simulated ones: their rows say so, and so must everything shown
 * of them.
 */
function markProvenance(study: Study, { provenance }: Requests): void {
  study.simulated = provenance.kind === "simulated";
  markSimulated(study.simulated);
}
