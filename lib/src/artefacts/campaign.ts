import { shippedPlan, type CampaignPlan } from "../campaign/index.js";
import { writeSimulatedLogs } from "../platforms/index.js";
import {
  localSourceDigest,
  markSimulated,
  quarantineInWords,
  readRequests,
  requestsFromArrow,
  requestsToArrow,
  sha256OfSource,
  writeQuarantine,
  type Requests,
  type RequestLog,
} from "../requests/index.js";
import { declaredMemoryMb, logOptions } from "../settings/index.js";
import { InputError } from "../statistics/index.js";
import { readManifest } from "./manifest.js";
import { DEFAULT_PLAN, STORY_PLANS } from "./run.js";
import type { Study } from "./study.js";
import { makeWhole, partialName } from "./whole-files.js";

/** Where the campaign's columns are saved, and by which notebook. */
const REQUESTS = "requests.arrow";
const QUARANTINE = "quarantine.jsonl";
const WRITTEN_BY = "01_variance_audit";

/**
 * The logs of a run: the user's, or those of a shipped plan, simulated with the run's seed and
 * written under `logs/<plan>` first, so that simulated requests take the very path that real ones
 * take. Throws where the logs are not those that the run began with.
 */
export async function loadCampaign(
  study: Study,
  plan: string = DEFAULT_PLAN,
  onProgress?: (shareDone: number) => void,
): Promise<RequestLog> {
  if (study.source.location !== null) {
    const log = await readRequests(study.source.location, {
      ...logOptions(study.settings),
      onProgress: ({ files, filesTotal }) => onProgress?.(files / filesTotal),
    });
    markProvenance(study, log.requests);
    recordLogs(study, log, plan);
    const declared = { declaredMemoryMb: declaredMemoryMb(study.settings) };
    return { ...log, requests: { ...log.requests, ...declared } };
  }
  const folder = study.path(logsName(study, plan));
  const partial = study.path(partialName(`logs/${plan}`));
  await makeWhole(folder, partial, (logs) =>
    writeSimulatedLogs(shippedPlan(plan), logs, { seed: study.seed, gzip: true, onProgress }),
  );
  const log = await readRequests(folder);
  recordLogs(study, log, plan);
  return log;
}

/** What the logs are called among the inputs of a notebook. */
function logsName(study: Study, plan: string): string {
  return study.source.location === null ? `logs/${plan}` : "logs";
}

function recordLogs(study: Study, { digests }: RequestLog, plan: string): void {
  const { sha256: begun, name } = study.source;
  const sha256 = sha256OfSource(digests);
  if (begun !== null && sha256 !== begun)
    throw new InputError(
      `the logs "${name}" are not those that the run "${study.run}" began with: run all ` +
        "notebooks (`study run` without --only), or give the run another name (--run NAME, or " +
        "STUDY_RUN)",
    );
  study.madeFrom({ file: logsName(study, plan), sha256 });
}

/** A campaign of a run, under the title it is shown by. */
export interface NamedCampaign {
  title: string;
  /**
   * The plan that the logs are held against: that of the duet, or the one that the study names. The
   * two older campaigns are audited from their logs alone, as they were at the time.
   */
  plan?: CampaignPlan;
  log: RequestLog;
}

/**
 * The campaigns that notebook 01 audits: the user's logs; or, when none were named, the three of
 * `STORY_PLANS`, simulated. The last one is the one the later notebooks go on with. Lines that are
 * no requests are written to `quarantine.jsonl`. Throws an InputError where no line is one.
 */
export async function loadCampaigns(
  study: Study,
  onProgress?: (shareDone: number) => void,
): Promise<NamedCampaign[]> {
  if (study.source.kind === "logs") {
    const log = await loadCampaign(study, DEFAULT_PLAN, onProgress);
    await keepQuarantined(study, [log]);
    const title = `${log.requests.provenance.name}${study.simulated ? " (simulated)" : ""}`;
    return [study.plan ? { title, log, plan: study.plan } : { title, log }];
  }
  const campaigns: NamedCampaign[] = [];
  for (const [i, plan] of STORY_PLANS.entries()) {
    const log = await loadCampaign(study, plan, (share) =>
      onProgress?.((i + share) / STORY_PLANS.length),
    );
    const title = `${plan} (simulated)`;
    campaigns.push(
      plan === DEFAULT_PLAN ? { title, log, plan: shippedPlan(plan) } : { title, log },
    );
  }
  await keepQuarantined(
    study,
    campaigns.map(({ log }) => log),
  );
  return campaigns;
}

/**
 * Writes the lines that are no requests while the logs are being read, so that they are there
 * whatever becomes of the notebook. Throws an InputError with the commonest reasons where no line
 * is a request: there is nothing to go on with.
 */
async function keepQuarantined(study: Study, logs: readonly RequestLog[]): Promise<void> {
  const lines = logs.flatMap(({ quarantined }) => quarantined);
  await study.write(QUARANTINE, (file) => writeQuarantine(file, lines));
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

/**
 * Where the logs lie that notebook 01 read, for whoever reads more of them than `requests.arrow`
 * holds. Throws where they have changed since (on this machine; objects in S3 are taken to stay).
 */
export function campaignLocation(study: Study, plan: string = DEFAULT_PLAN): string {
  const file = logsName(study, plan);
  const location = study.source.location ?? study.path(file);
  if (location.startsWith("s3://")) return location;
  const inputs = readManifest(study.folder)?.notebooks[WRITTEN_BY]?.inputs ?? [];
  const sha256 = localSourceDigest(location, logOptions(study.settings));
  if (inputs.find((input) => input.file === file)?.sha256 !== sha256)
    throw new InputError(
      `the logs "${study.source.name}" are not those that requests.arrow was made from: run ` +
        `notebook ${WRITTEN_BY} again`,
    );
  study.madeFrom({ file, sha256 });
  return location;
}

/** Saves the campaign for the later notebooks. */
export function saveRequests(study: Study, requests: Requests): void {
  study.writeBytes(REQUESTS, requestsToArrow(requests));
}

/** The campaign as notebook 01 saved it. */
export function loadRequests(study: Study): Requests {
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
