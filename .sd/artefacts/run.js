import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { localSourceDigest } from "../requests/index.js";
import { FORMAT, readManifest, writeManifest } from "./manifest.js";
import { PROJECT_ROOT, runFolder } from "./project-root.js";
import { writeWhole } from "./whole-files.js";
/**
 * The plan whose campaign stands in for logs when no data were named: the author's redesigned one.
 */
export const DEFAULT_PLAN = "variance";
const DEFAULT_SEED = 42;
/**
 * Given options come first, then the environment, then the run the last notebook used, then the
 * simulated study. A run that is given no name is called by what it is made from: see `runName`.
 * Throws RequestSourceError where a name is needed and there are no logs to take it from.
 */
export function chooseRun(options) {
    const env = process.env;
    const given = options.data ?? env.STUDY_DATA;
    const seed = options.seed ?? (env.STUDY_SEED ? Number(env.STUDY_SEED) : undefined);
    const run = options.run ?? env.STUDY_RUN;
    if (given === undefined && seed === undefined && run === undefined) {
        const last = lastRun();
        if (last)
            return last;
    }
    const chosenSeed = seed ?? DEFAULT_SEED;
    if (!Number.isSafeInteger(chosenSeed))
        throw new RangeError(`a seed is a whole number, not ${env.STUDY_SEED ?? options.seed}`);
    const data = given ? locationOf(given) : null;
    return { run: safeName(run ?? runName(data, chosenSeed)), data, seed: chosenSeed };
}
function locationOf(data) {
    return isS3(data) ? data.replace(/\/+$/, "") : path.resolve(PROJECT_ROOT, data);
}
const isS3 = (location) => location.startsWith("s3://");
/**
 * A simulated run is called by its plan and seed; logs by their folder's name with six digits of
 * the SHA-256 of what is in it (of the address, for S3), and the seed where it is not the usual
 * one. So the same logs have the same name on every machine, and other logs, or these logs after
 * they have grown, another.
 */
function runName(data, seed) {
    if (data === null)
        return `simulated-${DEFAULT_PLAN}-${seed}`;
    const digest = isS3(data)
        ? createHash("sha256").update(data).digest("hex")
        : localSourceDigest(data);
    const ofSeed = seed === DEFAULT_SEED ? "" : `-seed-${seed}`;
    return `${sourceName(data)}-${digest.slice(0, 6)}${ofSeed}`;
}
function sourceName(location) {
    return path.basename(location).replace(/\.jsonl(\.gz)?$/, "");
}
/** A run is a folder's name: anything that could lead elsewhere becomes a dash. */
function safeName(name) {
    const safe = name.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^\.+/, "");
    if (safe === "")
        throw new Error(`"${name}" cannot name a run; use letters, digits, dots and dashes`);
    return safe;
}
/**
 * Makes a run's folder, which remembers from then on what it is made from, and returns its
 * manifest. Throws where the folder remembers other logs or another seed: two runs in one folder
 * would show each other's numbers.
 */
export function beginRun(chosen) {
    const folder = runFolder(chosen.run);
    const known = readManifest(folder);
    if (known) {
        const other = whatDiffers(known, chosen);
        if (other)
            throw new Error(`processed-data/${chosen.run} holds a run of ${other}: give this one another name ` +
                `(--run NAME, or STUDY_RUN), or delete that folder`);
        return known;
    }
    mkdirSync(folder, { recursive: true });
    const { run, data, seed } = chosen;
    const manifest = {
        format: FORMAT,
        run,
        source: {
            kind: data === null ? "simulated" : "logs",
            name: data === null ? "simulated" : sourceName(data),
            location: data,
            sha256: data === null || isS3(data) ? null : localSourceDigest(data),
        },
        seed,
        simulated: data === null,
        notebooks: {},
    };
    writeManifest(folder, manifest);
    return manifest;
}
/**
 * What a run is made from that the choice is not; null where they agree. Logs that lie where they
 * lay are not read again here: `loadCampaign` compares what it reads.
 */
function whatDiffers({ source, seed }, chosen) {
    if (seed !== chosen.seed)
        return `seed ${seed}, not ${chosen.seed}`;
    if (source.location === chosen.data)
        return null;
    if (source.location === null)
        return "simulated campaigns, not of logs";
    if (chosen.data === null)
        return `the logs "${source.name}", not of simulated campaigns`;
    if (source.sha256 !== null && !isS3(chosen.data))
        if (localSourceDigest(chosen.data) === source.sha256)
            return null;
    return `other logs ("${source.name}")`;
}
/** A notebook stepped through by hand goes on with the run of the one before it. */
export function rememberRun({ run, data, seed }) {
    writeWhole(lastRunFile(), JSON.stringify({ run, data, seed }, null, 2) + "\n");
}
function lastRun() {
    return existsSync(lastRunFile())
        ? JSON.parse(readFileSync(lastRunFile(), "utf8"))
        : null;
}
const lastRunFile = () => path.join(PROJECT_ROOT, "processed-data", "last-run.json");
//# sourceMappingURL=run.js.map