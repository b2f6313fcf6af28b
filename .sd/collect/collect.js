import { rmSync } from "node:fs";
import path from "node:path";
import { startLocalPlatforms } from "../local-platforms/index.js";
import { writeBodies } from "./body-files.js";
import { CollectError } from "./collect-error.js";
import { collectedIds } from "./collected-rows.js";
import { claim, mustBeEmpty, readRecord, workFolderOf, writeRecord, } from "./collection-record.js";
import { planRequests } from "./planned-list.js";
import { gapSeconds, waitForTimeOfDayMs } from "./run-clock.js";
import { sendSession } from "./send-session.js";
import { Tally } from "./tally.js";
import { baseUrls } from "./target.js";
/**
 * Begins a collection: real Artillery sends a plan's requests, and each leaves a row. Throws
 * CollectError.
 */
export async function collect({ plan, seed, target, folder, clockSpeed, signal, onProgress, }) {
    if (!(clockSpeed > 0))
        throw new CollectError(`the clock's speed must be above 0, not ${clockSpeed}`);
    mustBeEmpty(folder);
    const planned = planRequests(plan, seed).reduce((sum, run) => sum + run.requests.length, 0);
    if (planned === 0)
        throw new CollectError(`the plan ${plan.name} sends nothing with seed ${seed}; lengthen its runs or raise its rates`);
    const baseUrl = target.kind === "local" ? null : baseUrls(target);
    writeRecord(folder, {
        plan,
        seed,
        target: target.kind,
        baseUrl,
        clockSpeed,
        planned,
        finished: false,
        sessions: [],
    });
    return resumeCollection({ folder, signal, onProgress });
}
/**
 * Goes on with a collection where it was stopped or killed: sends what has no row. Throws
 * CollectError.
 */
export async function resumeCollection({ folder, signal, onProgress, }) {
    const record = readRecord(folder);
    if (!record)
        throw new CollectError(`${folder} holds no collection to resume; begin one with --plan`);
    const claimed = claim(folder);
    try {
        return await runSession(record, path.resolve(folder), claimed.note, signal ?? new AbortController().signal, onProgress ?? (() => { }));
    }
    finally {
        claimed.release();
        if (readRecord(folder)?.finished)
            rmSync(workFolderOf(folder), { recursive: true, force: true });
    }
}
async function runSession(record, folder, noteArtillery, signal, onProgress) {
    const { plan, seed, clockSpeed } = record;
    const ids = collectedIds(folder);
    const before = ids.size;
    const runs = planRequests(plan, seed);
    const left = leftOver(runs, ids);
    mustBeOfThePlan(record, folder, before, left);
    const session = {
        began: new Date().toISOString(),
        ended: null,
        rows: null,
        artillerySent: null,
        rates: [],
    };
    record.sessions.push(session);
    writeRecord(folder, record);
    const tally = new Tally(plan);
    const results = [];
    const tell = (progress) => onProgress({
        ...progress,
        planned: record.planned,
        rows: before + tally.rows,
        marked: tally.marked,
        groups: tally.byGroup(),
    });
    const idle = { run: null, askedPerSecond: 0, achievedPerSecond: 0 };
    tell({ ...idle, state: "preparing", secondsLeft: null });
    const bodies = await writeBodies(plan, seed, path.join(workFolderOf(folder), "bodies"));
    const platforms = record.baseUrl ? null : await startLocalPlatforms(plan, { seed, clockSpeed });
    try {
        const baseUrl = record.baseUrl ?? { lambda: platforms.lambdaUrl, ecs: platforms.ecsUrl };
        // A fast clock passes over the hours between runs: one Artillery for all. A true one waits for
        // each run's time of day.
        for (const group of clockSpeed === 1 ? left.map((run) => [run]) : [left]) {
            if (group.length === 0)
                continue;
            const waiting = (secondsLeft) => tell({ ...idle, state: "waiting", run: nameRun(group[0], runs), secondsLeft });
            if (!(await waited(plan, group[0], clockSpeed, signal, waiting)))
                break;
            const parts = group.map((run) => sessionRun(plan, run));
            const of = {
                number: record.sessions.length,
                folder,
                target: record.target,
                baseUrl,
                clockSpeed,
                runs: parts,
                bodies,
            };
            const result = await sendSession({
                session: of,
                timeoutMs: plan.client.timeoutMs,
                workFolder: workFolderOf(folder),
                signal,
                onStart: noteArtillery,
                onRun: (r) => passHours(platforms, runs, group[r]),
                onSettled: (settled) => tally.add(settled),
                onTick: (tick) => tell({
                    ...tick,
                    state: signal.aborted ? "stopping" : "sending",
                    run: nameRun(runs[tick.run], runs),
                }),
            });
            results.push(result);
            if (result.stopped)
                break;
        }
    }
    finally {
        await platforms?.close();
    }
    return conclude(record, folder, session, results, { before, marked: tally.marked });
}
/** Runs with the requests that have no row; those without any are left out. */
function leftOver(runs, ids) {
    return runs
        .map((run) => {
        const requests = run.requests.filter(({ id }) => !ids.has(id));
        return {
            ...run,
            requests,
            skippedMs: requests.length > 0 && requests[0] !== run.requests[0] ? requests[0].dueMs : 0,
        };
    })
        .filter(({ requests }) => requests.length > 0);
}
/**
 * Throws CollectError where rows and what is left do not make up what was planned: another version
 * may draw other requests.
 */
function mustBeOfThePlan({ planned }, folder, rows, left) {
    const leftCount = left.reduce((sum, { requests }) => sum + requests.length, 0);
    if (rows + leftCount === planned)
        return;
    const why = `${rows} rows and ${leftCount} requests without one are not the ${planned} that were ` +
        "planned";
    throw new CollectError(`${folder} cannot be gone on with: ${why}; finish it with the version it was begun with, ` +
        "and keep other logs out of it");
}
function sessionRun(plan, { scheduled: { run, startMs }, requests, skippedMs }) {
    return {
        place: plan.layout === "flat" ? null : { window: run.window, pattern: run.pattern },
        plannedStartMs: startMs,
        skippedMs,
        requests,
    };
}
/**
 * The hours between two runs pass at once: environments whose keep-alive they outlast are ended.
 */
function passHours(platforms, runs, run) {
    platforms?.skip(gapSeconds(runs[run.index - 1], run));
}
function nameRun({ index, scheduled: { run } }, runs) {
    return {
        number: index + 1,
        of: runs.length,
        name: run.window === null ? run.pattern : `${run.window} ${run.pattern}`,
    };
}
/**
 * Waits for a run's time of day where the clock is the wall's; false when it was stopped meanwhile.
 */
async function waited(plan, run, clockSpeed, signal, tell) {
    const untilMs = Date.now() + (clockSpeed === 1 ? waitForTimeOfDayMs(plan, run, Date.now()) : 0);
    while (!signal.aborted && Date.now() < untilMs) {
        tell((untilMs - Date.now()) / 1000);
        await new Promise((resolve) => setTimeout(resolve, Math.min(1000, untilMs - Date.now())));
    }
    return !signal.aborted;
}
/** Counts what is there now, compares it with Artillery's own count, and writes it down. */
function conclude(record, folder, session, results, { before, marked }) {
    const rows = collectedIds(folder).size;
    session.ended = new Date().toISOString();
    session.rows = rows - before;
    session.artillerySent = results.reduce((sum, result) => sum + result.artillerySent, 0);
    session.rates = results.flatMap((result) => result.rates.map(runRates));
    record.finished = rows === record.planned;
    writeRecord(folder, record);
    if (session.rows !== session.artillerySent) {
        const counted = `Artillery counts ${session.artillerySent} requests sent and ${session.rows} rows were ` +
            "written";
        throw new CollectError(`${counted}; the rows in ${folder} are not the whole truth of this session`);
    }
    const stopped = results.some((result) => result.stopped) || rows === record.planned;
    if (!stopped && results.length > 0) {
        throw new CollectError(`Artillery ended before ${record.planned - rows} of ${record.planned} requests were ` +
            `sent; go on with --resume --out ${folder}`);
    }
    return { folder, planned: record.planned, rows, finished: record.finished, session, marked };
}
/** A run that is sent at less of its rate does not show the load the plan names. */
const STRETCHED_SHARE = 0.95;
/** So much longer than asked is what timers of a busy machine do to a run of few requests. */
const NOISE_SECONDS = 0.2;
function runRates({ run, requests, askedSeconds, tookSeconds, }) {
    const askedPerSecond = askedSeconds > 0 ? (requests - 1) / askedSeconds : NaN;
    const achievedPerSecond = tookSeconds > 0 ? (requests - 1) / tookSeconds : NaN;
    const stretched = achievedPerSecond < STRETCHED_SHARE * askedPerSecond &&
        tookSeconds - askedSeconds > NOISE_SECONDS;
    return { run, requests, askedPerSecond, achievedPerSecond, stretched };
}
//# sourceMappingURL=collect.js.map