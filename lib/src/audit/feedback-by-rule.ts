import { PLATFORMS } from "../campaign/index.js";
import {
  ANSWERS_LOOK_BACK_SECONDS,
  FEEDBACK_FIELDS,
  isAnswered,
  LONGEST_IDLE_SECONDS,
  MISSING,
  sentTo,
  wholeOf,
  type Requests,
} from "../requests/index.js";
import { ascendingOrder, lowerBound } from "../statistics/index.js";

/** Requests of one platform, of all workloads or of one: times in ascending order. */
interface Flights {
  sentMs: Float64Array;
  endMs: Float64Array;
  /** Ends of those that were answered, and the sums of the response times up to each. */
  answerMs: Float64Array;
  sumMs: Float64Array;
}

/**
 * The set `feedback` computed again, by its definition and not by the code that makes the features:
 * for each request counts of sorted times below that of its send, found by bisection. One function
 * a field; the given row's value, NaN where there is none. Of a part of a campaign, what its
 * requests saw in the whole.
 */
export function feedbackByRule(part: Requests): Record<string, (row: number) => number> {
  const { whole: requests, rowOf } = wholeOf(part);
  const { workload, workloadNames } = requests;
  const sendMs = decidedMs(requests);
  const to = sentTo(requests);
  const flightsOf = PLATFORMS.map((_, platform) => {
    const rows = rowsWhere(requests, (row) => to[row] === platform);
    return {
      all: flights(requests, rows),
      own: workloadNames.map((_, code) =>
        flights(
          requests,
          rows.filter((row) => workload[row] === code),
        ),
      ),
    };
  });
  return Object.fromEntries(
    FEEDBACK_FIELDS.map(({ name, platform, of }) => [
      name,
      (rowOfPart: number): number => {
        const row = rowOf(rowOfPart);
        const nowMs = sendMs[row];
        const { all, own } = flightsOf[platform];
        const mine = workload[row] === MISSING ? undefined : own[workload[row]];
        return of({
          ownInFlight: mine ? inFlight(mine, nowMs) : NaN,
          allInFlight: inFlight(all, nowMs),
          answerSeconds: mine ? answerSeconds(mine, nowMs) : NaN,
          meanMs: mine ? meanMs(mine, nowMs) : NaN,
        });
      },
    ]),
  );
}

/** When each request was decided on: when the first half of its pair was sent. */
function decidedMs({ timestampMs, pairIdHash, rowCount }: Requests): Float64Array {
  const first = new Map<number, number>();
  for (let row = 0; row < rowCount; row++) {
    if (Number.isNaN(pairIdHash[row])) continue;
    first.set(pairIdHash[row], Math.min(timestampMs[row], first.get(pairIdHash[row]) ?? Infinity));
  }
  return timestampMs.map((ms, row) => first.get(pairIdHash[row]) ?? ms);
}

function rowsWhere({ rowCount }: Requests, holds: (row: number) => boolean): Uint32Array {
  return Uint32Array.from({ length: rowCount }, (_, row) => row).filter(holds);
}

function flights(requests: Requests, rows: Uint32Array): Flights {
  const { timestampMs, responseTimeMs } = requests;
  const endOf = (row: number): number => timestampMs[row] + responseTimeMs[row];
  const times = (of: (row: number) => number, among: Uint32Array): Float64Array =>
    Float64Array.from(among, of).sort();
  // One that ends as it is sent is never in flight.
  const flown = rows.filter((row) => endOf(row) > timestampMs[row]);
  const answered = rows.filter((row) => isAnswered(requests, row));
  const ends = Float64Array.from(answered, endOf);
  const order = ascendingOrder(
    ends,
    Uint32Array.from(answered, (_, i) => i),
  );
  const sumMs = new Float64Array(order.length + 1);
  order.forEach((i, at) => (sumMs[at + 1] = sumMs[at] + responseTimeMs[answered[i]]));
  return {
    sentMs: times((row) => timestampMs[row], flown),
    endMs: times(endOf, flown),
    answerMs: Float64Array.from(order, (i) => ends[i]),
    sumMs,
  };
}

/** Sent before, and to be answered after. */
function inFlight({ sentMs, endMs }: Flights, nowMs: number): number {
  let ended = lowerBound(endMs, nowMs);
  while (ended < endMs.length && endMs[ended] === nowMs) ended++;
  return lowerBound(sentMs, nowMs) - ended;
}

function answerSeconds({ answerMs }: Flights, nowMs: number): number {
  const before = lowerBound(answerMs, nowMs);
  return before === 0 ? NaN : Math.min(LONGEST_IDLE_SECONDS, (nowMs - answerMs[before - 1]) / 1000);
}

function meanMs({ answerMs, sumMs }: Flights, nowMs: number): number {
  const to = lowerBound(answerMs, nowMs);
  const from = lowerBound(answerMs, nowMs - ANSWERS_LOOK_BACK_SECONDS * 1000);
  return to > from ? (sumMs[to] - sumMs[from]) / (to - from) : NaN;
}
