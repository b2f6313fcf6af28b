import { shippedPlan } from "../campaign/index.js";
import { writeSimulatedLogs } from "../platforms/index.js";
import { localSourceDigest, markSimulated, readRequests, requestsFromArrow, requestsToArrow, sha256OfSource, writeQuarantine, } from "../requests/index.js";
import { readManifest } from "./manifest.js";
import { DEFAULT_PLAN } from "./run.js";
import { makeWhole, partialName } from "./whole-files.js";
/** Where the campaign's columns are saved, and by which notebook. */
const REQUESTS = "requests.arrow";
const WRITTEN_BY = "01_variance_audit";
/**
 * The logs of a run: the user's, or those of a shipped plan, simulated with the run's seed and
 * written under `logs/<plan>` first, so that simulated requests take the very path that real ones
 * take. Throws where the logs are not those that the run began with.
 */
export async function loadCampaign(study, plan = DEFAULT_PLAN, onProgress) {
    if (study.source.location !== null) {
        const log = await readRequests(study.source.location, {
            onProgress: ({ files, filesTotal }) => onProgress?.(files / filesTotal),
        });
        markProvenance(study, log.requests);
        recordLogs(study, log, plan);
        return log;
    }
    const folder = study.path(logsName(study, plan));
    const partial = study.path(partialName(`logs/${plan}`));
    await makeWhole(folder, partial, (logs) => writeSimulatedLogs(shippedPlan(plan), logs, { seed: study.seed, gzip: true, onProgress }));
    const log = await readRequests(folder);
    recordLogs(study, log, plan);
    return log;
}
/** What the logs are called among the inputs of a notebook. */
function logsName(study, plan) {
    return study.source.location === null ? `logs/${plan}` : "logs";
}
function recordLogs(study, { digests }, plan) {
    const { sha256: begun, name } = study.source;
    const sha256 = sha256OfSource(digests);
    if (begun !== null && sha256 !== begun)
        throw new Error(`the logs "${name}" are not those that the run "${study.run}" began with: run all notebooks ` +
            "(`study run` without --only), or give the run another name (--run NAME, or STUDY_RUN)");
    study.madeFrom({ file: logsName(study, plan), sha256 });
}
/**
 * The campaigns that notebook 01 audits: the user's logs; or, when none were named, both of the
 * author's, simulated. The last one is the one the later notebooks go on with.
 */
export async function loadCampaigns(study, onProgress) {
    if (study.source.kind === "logs") {
        const log = await loadCampaign(study, DEFAULT_PLAN, onProgress);
        return [
            { title: `${log.requests.provenance.name}${study.simulated ? " (simulated)" : ""}`, log },
        ];
    }
    const first = await loadCampaign(study, "fixed-payload", (share) => onProgress?.(share / 2));
    const second = await loadCampaign(study, DEFAULT_PLAN, (share) => onProgress?.((1 + share) / 2));
    return [
        { title: "fixed-payload (simulated)", log: first },
        { title: "variance (simulated)", log: second },
    ];
}
/**
 * Where the logs lie that notebook 01 read, for whoever reads more of them than `requests.arrow`
 * holds. Throws where they have changed since (on this machine; objects in S3 are taken to stay).
 */
export function campaignLocation(study, plan = DEFAULT_PLAN) {
    const file = logsName(study, plan);
    const location = study.source.location ?? study.path(file);
    if (location.startsWith("s3://"))
        return location;
    const inputs = readManifest(study.folder)?.notebooks[WRITTEN_BY]?.inputs ?? [];
    const sha256 = localSourceDigest(location);
    if (inputs.find((input) => input.file === file)?.sha256 !== sha256)
        throw new Error(`the logs "${study.source.name}" are not those that requests.arrow was made from: run ` +
            `notebook ${WRITTEN_BY} again`);
    study.madeFrom({ file, sha256 });
    return location;
}
/** Saves the campaign for the later notebooks. */
export function saveRequests(study, requests) {
    study.writeBytes(REQUESTS, requestsToArrow(requests));
}
/** Saves the lines that could not become requests, of all campaigns, as `quarantine.jsonl`. */
export async function saveQuarantine(study, campaigns) {
    const lines = campaigns.flatMap(({ log }) => log.quarantined);
    await study.write("quarantine.jsonl", (file) => writeQuarantine(file, lines));
}
/** The campaign as notebook 01 saved it. */
export function loadRequests(study) {
    const requests = requestsFromArrow(study.readBytes(REQUESTS, WRITTEN_BY));
    markProvenance(study, requests);
    return requests;
}
/**
 * Logs that the user names may be simulated ones: their rows say so, and so must everything shown
 * of them.
 */
function markProvenance(study, { provenance }) {
    study.simulated = provenance.kind === "simulated";
    markSimulated(study.simulated);
}
//# sourceMappingURL=campaign.js.map