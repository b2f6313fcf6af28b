import { rmSync } from "node:fs";
import path from "node:path";
import type { CampaignPlan } from "../campaign/index.js";
import { startLocalPlatforms, type LocalPlatforms } from "../local-platforms/index.js";
import { writeBodies } from "./body-files.js";
import { CollectError } from "./collect-error.js";
import { collectedIds } from "./collected-rows.js";
import {
  claim,
  mustBeEmpty,
  readRecord,
  workFolderOf,
  writeRecord,
  type CollectionRecord,
  type RunRates,
  type SessionRecord,
} from "./collection-record.js";
import { planRequests, sendsOf, type PlannedRun } from "./planned-list.js";
import type { CollectionProgress } from "./progress.js";
import { gapSeconds, waitForTimeOfDayMs } from "./run-clock.js";
import { sendSession, type SessionResult } from "./send-session.js";
import type { Session, SessionRun } from "./session.js";
import { Tally } from "./tally.js";
import { baseUrls, mustBeTwoHosts, type Target } from "./target.js";

export interface CollectOptions {
  plan: CampaignPlan;
  seed: number;
  target: Target;
  /** Folder of the logs; empty, or absent. */
  folder: string;
  /**
   * The plan's clock runs this many times as fast as the wall clock, and hours without load are
   * passed over at once. At 1 every run waits for its time of day. Stated in each row.
   */
  clockSpeed: number;
  /**
   * Sends nothing more once aborted; what is in flight gets its rows, and the collection can be
   * resumed.
   */
  signal?: AbortSignal;
  onProgress?: (progress: CollectionProgress) => void;
}

export type ResumeOptions = Pick<CollectOptions, "folder" | "signal" | "onProgress">;

/** What a session has come to. */
export interface Collection {
  folder: string;
  planned: number;
  /** Rows in the folder, of all sessions: one for each request, answered or not. */
  rows: number;
  /** False where it was stopped: `resumeCollection` goes on. */
  finished: boolean;
  session: SessionRecord;
  /** Rows of this session whose times may not be the platform's. */
  marked: number;
}

/**
 * Begins a collection: real Artillery sends a plan's requests, and each leaves a row. Throws
 * CollectError.
 */
export async function collect({
  plan,
  seed,
  target,
  folder,
  clockSpeed,
  signal,
  onProgress,
}: CollectOptions): Promise<Collection> {
  if (!(clockSpeed > 0))
    throw new CollectError(`the clock's speed must be above 0, not ${clockSpeed}`);
  mustBeEmpty(folder);
  const planned = sends(planRequests(plan, seed));
  if (planned === 0)
    throw new CollectError(
      `the plan ${plan.name} sends nothing with seed ${seed}; lengthen its runs or raise its rates`,
    );
  const baseUrl = target.kind === "local" ? null : baseUrls(target);
  if (plan.duet && baseUrl) mustBeTwoHosts(baseUrl);
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
export async function resumeCollection({
  folder,
  signal,
  onProgress,
}: ResumeOptions): Promise<Collection> {
  const record = readRecord(folder);
  if (!record)
    throw new CollectError(`${folder} holds no collection to resume; begin one with --plan`);
  const claimed = claim(folder);
  try {
    return await runSession(
      record,
      path.resolve(folder),
      claimed.note,
      signal ?? new AbortController().signal,
      onProgress ?? (() => {}),
    );
  } finally {
    claimed.release();
    if (readRecord(folder)?.finished)
      rmSync(workFolderOf(folder), { recursive: true, force: true });
  }
}

async function runSession(
  record: CollectionRecord,
  folder: string,
  noteArtillery: (pid: number) => void,
  signal: AbortSignal,
  onProgress: (progress: CollectionProgress) => void,
): Promise<Collection> {
  const { plan, seed, clockSpeed } = record;
  const ids = collectedIds(folder);
  const before = ids.size;
  const runs = planRequests(plan, seed);
  const left = leftOver(runs, ids);
  mustBeOfThePlan(record, folder, before, left);
  const session: SessionRecord = {
    began: new Date().toISOString(),
    ended: null,
    rows: null,
    artillerySent: null,
    rates: [],
  };
  record.sessions.push(session);
  writeRecord(folder, record);
  const tally = new Tally(plan);
  const results: SessionResult[] = [];
  const tell = (
    progress: Omit<CollectionProgress, "planned" | "rows" | "marked" | "groups">,
  ): void =>
    onProgress({
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
    const baseUrl = record.baseUrl ?? { lambda: platforms!.lambdaUrl, ecs: platforms!.ecsUrl };
    // A fast clock passes over the hours between runs: one Artillery for all. A true one waits for
    // each run's time of day.
    for (const group of clockSpeed === 1 ? left.map((run) => [run]) : [left]) {
      if (group.length === 0) continue;
      const waiting = (secondsLeft: number): void =>
        tell({ ...idle, state: "waiting", run: nameRun(group[0], runs), secondsLeft });
      if (!(await waited(plan, group[0], clockSpeed, signal, waiting))) break;
      const parts = group.map((run) => sessionRun(plan, run));
      const of: Session = {
        number: record.sessions.length,
        folder,
        target: record.target,
        duet: plan.duet ?? false,
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
        onTick: (tick) =>
          tell({
            ...tick,
            state: signal.aborted ? "stopping" : "sending",
            run: nameRun(runs[tick.run], runs),
          }),
      });
      results.push(result);
      if (result.stopped) break;
    }
  } finally {
    await platforms?.close();
  }
  return conclude(record, folder, session, results, { before, marked: tally.marked });
}

/** What of a run has no row yet. */
interface RestOfRun extends PlannedRun {
  /**
   * Ms of the plan's clock: what is left begins at once, not after the time that its first part
   * took.
   */
  skippedMs: number;
}

/** HTTP requests of runs: what has a row each in the end. */
function sends(runs: readonly Pick<PlannedRun, "requests">[]): number {
  return runs.reduce(
    (sum, { requests }) => sum + requests.reduce((n, request) => n + sendsOf(request).length, 0),
    0,
  );
}

/** Runs with the requests that have no row; those without any are left out. */
function leftOver(runs: readonly PlannedRun[], ids: ReadonlySet<string>): RestOfRun[] {
  return runs
    .map((run) => {
      const requests = run.requests.filter(
        (request) => !sendsOf(request).every(({ id }) => ids.has(id)),
      );
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
function mustBeOfThePlan(
  { planned }: CollectionRecord,
  folder: string,
  rows: number,
  left: readonly RestOfRun[],
): void {
  const leftCount = sends(left);
  if (rows + leftCount === planned) return;
  const why =
    `${rows} rows and ${leftCount} requests without one are not the ${planned} that were ` +
    "planned";
  throw new CollectError(
    `${folder} cannot be gone on with: ${why}; finish it with the version it was begun with, ` +
      "and keep other logs out of it",
  );
}

function sessionRun(
  plan: CampaignPlan,
  { scheduled: { run, startMs }, requests, skippedMs }: RestOfRun,
): SessionRun {
  return {
    place: plan.layout === "flat" ? null : { window: run.window!, pattern: run.pattern },
    plannedStartMs: startMs,
    skippedMs,
    requests,
  };
}

/**
 * The hours between two runs pass at once: environments whose keep-alive they outlast are ended.
 */
function passHours(
  platforms: LocalPlatforms | null,
  runs: readonly PlannedRun[],
  run: PlannedRun,
): void {
  platforms?.skip(gapSeconds(runs[run.index - 1], run));
}

function nameRun(
  { index, scheduled: { run } }: PlannedRun,
  runs: readonly PlannedRun[],
): CollectionProgress["run"] {
  return {
    number: index + 1,
    of: runs.length,
    name: run.window === null ? run.pattern : `${run.window} ${run.pattern}`,
  };
}

/**
 * Waits for a run's time of day where the clock is the wall's; false when it was stopped meanwhile.
 */
async function waited(
  plan: CampaignPlan,
  run: PlannedRun,
  clockSpeed: number,
  signal: AbortSignal,
  tell: (secondsLeft: number) => void,
): Promise<boolean> {
  const untilMs = Date.now() + (clockSpeed === 1 ? waitForTimeOfDayMs(plan, run, Date.now()) : 0);
  while (!signal.aborted && Date.now() < untilMs) {
    tell((untilMs - Date.now()) / 1000);
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000, untilMs - Date.now())));
  }
  return !signal.aborted;
}

/** Counts what is there now, compares it with Artillery's own count, and writes it down. */
function conclude(
  record: CollectionRecord,
  folder: string,
  session: SessionRecord,
  results: readonly SessionResult[],
  { before, marked }: { before: number; marked: number },
): Collection {
  const rows = collectedIds(folder).size;
  session.ended = new Date().toISOString();
  session.rows = rows - before;
  session.artillerySent = results.reduce((sum, result) => sum + result.artillerySent, 0);
  session.rates = results.flatMap((result) => result.rates.map(runRates));
  record.finished = rows === record.planned;
  writeRecord(folder, record);
  if (session.rows !== session.artillerySent) {
    const counted =
      `Artillery counts ${session.artillerySent} requests sent and ${session.rows} rows were ` +
      "written";
    throw new CollectError(
      `${counted}; the rows in ${folder} are not the whole truth of this session`,
    );
  }
  const stopped = results.some((result) => result.stopped) || rows === record.planned;
  if (!stopped && results.length > 0) {
    throw new CollectError(
      `Artillery ended before ${record.planned - rows} of ${record.planned} requests were ` +
        `sent; go on with --resume --out ${folder}`,
    );
  }
  return { folder, planned: record.planned, rows, finished: record.finished, session, marked };
}

/** A run that is sent at less of its rate does not show the load the plan names. */
const STRETCHED_SHARE = 0.95;
/** So much longer than asked is what timers of a busy machine do to a run of few requests. */
const NOISE_SECONDS = 0.2;

function runRates({
  run,
  requests,
  askedSeconds,
  tookSeconds,
}: SessionResult["rates"][number]): RunRates {
  const askedPerSecond = askedSeconds > 0 ? (requests - 1) / askedSeconds : NaN;
  const achievedPerSecond = tookSeconds > 0 ? (requests - 1) / tookSeconds : NaN;
  const stretched =
    achievedPerSecond < STRETCHED_SHARE * askedPerSecond &&
    tookSeconds - askedSeconds > NOISE_SECONDS;
  return { run, requests, askedPerSecond, achievedPerSecond, stretched };
}
