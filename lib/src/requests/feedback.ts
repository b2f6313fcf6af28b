import { LAMBDA, ECS, NO_PLATFORM, PLATFORMS } from "../campaign/index.js";
import { ascendingOrder } from "../statistics/index.js";
import { isAnswered } from "./answered.js";
import { LONGEST_IDLE_SECONDS, SlidingWindow } from "./arrivals.js";
import { MOST_MS } from "./fields.js";
import { inOrderSent } from "./in-order-sent.js";
import { MISSING, type Requests } from "./requests.js";
import { WholeColumns } from "./whole.js";

/** Answers of so many seconds before the send are averaged. */
export const ANSWERS_LOOK_BACK_SECONDS = 60;

/** What a client saw of one platform before a send. NaN where it saw nothing of the kind. */
interface Seen {
  /** Requests that were sent before and are not answered yet: of the own workload, of all. */
  ownInFlight: number;
  allInFlight: number;
  /** Since the last answer of the own workload, LONGEST_IDLE_SECONDS at most. */
  answerSeconds: number;
  /** Mean response time of the own workload's answers in the stretch looked back. */
  meanMs: number;
}

/** One figure of the feedback; it bears the name of the feature that it is. */
export interface FeedbackField {
  name: string;
  /** ECS or LAMBDA: whose requests it is of. */
  platform: number;
  /** The input of a router that it is part of. */
  group: "in flight" | "recent answers";
  /** What it tells, in words that go after "its workload's ... is". */
  title: string;
  unit: "requests" | "s" | "ms";
  /** The largest value that is one. */
  most: number;
  /** Whether there may be none: nothing was answered yet. A context says null then. */
  mayBeMissing: boolean;
  of(seen: Seen): number;
}

/**
 * The feedback, figure by figure: the one list from which features, data dictionary, rules, and the
 * inputs of a router are made.
 */
export const FEEDBACK_FIELDS: readonly FeedbackField[] = [
  { platform: LAMBDA, title: "Lambda" },
  { platform: ECS, title: "ECS" },
].flatMap(({ platform, title }): FeedbackField[] => {
  const code = PLATFORMS[platform];
  return [
    {
      name: `${code}_in_flight`,
      platform,
      group: "in flight",
      title: `its workload's load in flight on ${title}`,
      unit: "requests",
      most: 1e9,
      mayBeMissing: false,
      of: ({ ownInFlight }) => ownInFlight,
    },
    {
      name: `${code}_all_in_flight`,
      platform,
      group: "in flight",
      title: `the load in flight on ${title}`,
      unit: "requests",
      most: 1e9,
      mayBeMissing: false,
      of: ({ allInFlight }) => allInFlight,
    },
    {
      name: `${code}_answer_seconds`,
      platform,
      group: "recent answers",
      title: `time since its workload's last answer of ${title}`,
      unit: "s",
      most: LONGEST_IDLE_SECONDS,
      mayBeMissing: true,
      of: ({ answerSeconds }) => answerSeconds,
    },
    {
      name: `${code}_mean_ms_last_${ANSWERS_LOOK_BACK_SECONDS}s`,
      platform,
      group: "recent answers",
      title:
        `mean of its workload's answers of ${title} ` +
        `in the last ${ANSWERS_LOOK_BACK_SECONDS} s`,
      unit: "ms",
      most: MOST_MS,
      mayBeMissing: true,
      of: ({ meanMs }) => meanMs,
    },
  ];
});

/**
 * What the client saw of earlier requests when each request was about to be sent: a column a field,
 * one entry a row. By the client's clock: a request is sent at its time stamp and ends after its
 * response time. Only what was over strictly before the send counts: an answer at the very moment
 * of the send, or after it, does not, nor does a request that is sent at that moment. A request
 * that fails is in flight until it ends, and is no answer (`isAnswered`).
 *
 * It depends on the policy. In a duet each earlier request was sent to both platforms, so that both
 * were seen; a router that sends each request to one platform would see that platform alone. A
 * model that reads it is judged on what such a router would not know; hence it is never among what
 * models may know unless it is asked for by name.
 */
export type Feedback = Readonly<Record<string, Float64Array>>;

const known = new WholeColumns(feedback, mapFeedback);

/** The feedback of requests; of a part of a campaign (`selectRows`), that in the whole. */
export function feedbackOf(requests: Requests): Feedback {
  return known.of(requests);
}

/** Says what the feedback of these requests is, for requests that no log holds. */
export function setFeedback(requests: Requests, columns: Feedback): void {
  known.set(requests, columns);
}

function mapFeedback(columns: Feedback, make: (column: Float64Array) => Float64Array): Feedback {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, make(column)]));
}

/**
 * The platform that each request was sent to. A half of a pair that names none (it failed before a
 * platform answered) went where the other half did not; NO_PLATFORM where nothing tells.
 */
export function sentTo({ platform, pairIdHash, rowCount }: Requests): Uint8Array {
  const to = Uint8Array.from(platform);
  const open = new Map<number, number>();
  for (let row = 0; row < rowCount; row++)
    if (platform[row] === NO_PLATFORM && !Number.isNaN(pairIdHash[row]))
      open.set(pairIdHash[row], row);
  if (open.size === 0) return to;
  for (let row = 0; row < rowCount; row++) {
    const other = open.get(pairIdHash[row]);
    if (other === undefined || platform[row] === NO_PLATFORM) continue;
    to[other] = platform[row] === LAMBDA ? ECS : LAMBDA;
  }
  return to;
}

/**
 * The feedback of every request of a whole campaign, in one sweep over sends and ends in the order
 * of their times. The halves of a pair know the same: what was over before the half that was sent
 * first. Rows without a workload are in flight among all, and have no figures of their own (NaN);
 * rows that were sent nobody knows where (`sentTo`) are nowhere in flight.
 */
function feedback(requests: Requests): Feedback {
  const { rowCount, timestampMs, responseTimeMs, workload, workloadNames } = requests;
  const to = sentTo(requests);
  const endMs = timestampMs.map((ms, row) => ms + responseTimeMs[row]);
  const ends = ascendingOrder(
    endMs,
    Uint32Array.from({ length: rowCount }, (_, row) => row).filter(
      (row) => to[row] !== NO_PLATFORM && !Number.isNaN(endMs[row]),
    ),
  );
  const sides = PLATFORMS.map(() => new Side(workloadNames.length));
  const columns = FEEDBACK_FIELDS.map(({ platform, of }) => ({
    platform,
    of,
    values: new Float64Array(rowCount),
  }));
  // Ends up to the moment looked at are out of flight; those before it are answers as well.
  let landed = 0;
  let answered = 0;
  inOrderSent(requests, {
    look(row, nowMs) {
      for (; landed < ends.length && endMs[ends[landed]] <= nowMs; landed++) {
        const ended = ends[landed];
        if (endMs[ended] > timestampMs[ended]) sides[to[ended]].fly(workload[ended], -1);
      }
      for (; answered < ends.length && endMs[ends[answered]] < nowMs; answered++) {
        const ended = ends[answered];
        if (isAnswered(requests, ended))
          sides[to[ended]].answer(workload[ended], endMs[ended], responseTimeMs[ended]);
      }
      for (const side of sides) side.look(workload[row], nowMs);
      for (const { platform, of, values } of columns) values[row] = of(sides[platform].seen);
    },
    copy(first, row) {
      for (const { values } of columns) values[row] = values[first];
    },
    send(row) {
      // One that ends as it is sent is never in flight.
      if (to[row] !== NO_PLATFORM && endMs[row] > timestampMs[row])
        sides[to[row]].fly(workload[row], 1);
    },
  });
  return Object.fromEntries(FEEDBACK_FIELDS.map(({ name }, f) => [name, columns[f].values]));
}

/** One platform as a client sees it. */
class Side {
  readonly seen: Seen = { ownInFlight: NaN, allInFlight: 0, answerSeconds: NaN, meanMs: NaN };
  private readonly inFlight: Float64Array;
  private readonly lastAnswerMs: Float64Array;
  private readonly answers: SlidingWindow[];
  private allInFlight = 0;

  constructor(workloads: number) {
    this.inFlight = new Float64Array(workloads);
    this.lastAnswerMs = new Float64Array(workloads).fill(NaN);
    this.answers = Array.from(
      { length: workloads },
      () => new SlidingWindow(ANSWERS_LOOK_BACK_SECONDS),
    );
  }

  fly(workload: number, change: 1 | -1): void {
    this.allInFlight += change;
    if (workload !== MISSING) this.inFlight[workload] += change;
  }

  answer(workload: number, endMs: number, responseMs: number): void {
    if (workload === MISSING) return;
    this.lastAnswerMs[workload] = endMs;
    this.answers[workload].add(endMs, responseMs);
  }

  /** Puts into `seen` what a request of this workload sees. */
  look(workload: number, nowMs: number): void {
    const { seen } = this;
    seen.allInFlight = this.allInFlight;
    seen.ownInFlight = seen.answerSeconds = seen.meanMs = NaN;
    if (workload === MISSING) return;
    seen.ownInFlight = this.inFlight[workload];
    seen.answerSeconds = Math.min(
      LONGEST_IDLE_SECONDS,
      (nowMs - this.lastAnswerMs[workload]) / 1000,
    );
    const answers = this.answers[workload];
    answers.forgetBefore(nowMs);
    seen.meanMs = answers.count > 0 ? answers.sum / answers.count : NaN;
  }
}
