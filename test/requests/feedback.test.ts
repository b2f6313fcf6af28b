import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA, NO_PLATFORM, PLATFORMS } from "lib/campaign";
import {
  FEEDBACK_FIELDS,
  feedbackOf,
  LONGEST_IDLE_SECONDS,
  MISSING,
  selectRows,
  sentTo,
} from "lib/requests";
import { createRandom } from "lib/statistics";
import { requestsOf, type StatedRequest } from "../requests-of.js";

const NOON = Date.UTC(2025, 11, 1, 12);

/**
 * Requests at whole seconds with answers after whole seconds, so that most sends meet a send and an
 * end at their very moment; some in pairs, some failed, some of no workload or platform.
 */
function campaign(arrivals: number, seed: number): Required<StatedRequest>[] {
  const random = createRandom(seed);
  let ms = NOON;
  const stated: StatedRequest[] = [];
  for (let i = 0; i < arrivals; i++) {
    ms += random.integer(9) === 0 ? 1000 * random.integer(150) : 1000 * random.integer(3);
    const workload = random.integer(12) === 0 ? MISSING : random.integer(3);
    const half = (platform: number, more: StatedRequest = {}): StatedRequest => ({
      platform,
      workload,
      timestampMs: ms,
      responseTimeMs: 1000 * random.integer(9),
      httpStatus: random.integer(6) === 0 ? 503 : 200,
      pairIdHash: NaN,
      sentFirst: MISSING,
      ...more,
    });
    if (random.integer(2) === 0) stated.push(half(random.integer(2)));
    else {
      const first = random.integer(2);
      const lost = random.integer(5) === 0;
      stated.push(half(first, { pairIdHash: i, sentFirst: 1 }));
      stated.push(
        half(lost ? NO_PLATFORM : 1 - first, {
          pairIdHash: i,
          sentFirst: 0,
          timestampMs: ms + 1000 * random.integer(3),
          ...(lost && { httpStatus: 0 }),
        }),
      );
    }
  }
  // Without a pair nothing tells where a request went that names no platform.
  stated.push({ ...stated[0], platform: NO_PLATFORM, httpStatus: 0, pairIdHash: NaN });
  return random.shuffle(stated) as Required<StatedRequest>[];
}

/** Where a request went, looked for among all. */
function platformOf(
  request: Required<StatedRequest>,
  all: readonly Required<StatedRequest>[],
): number {
  if (request.platform !== NO_PLATFORM) return request.platform;
  const other = all.find((one) => one !== request && one.pairIdHash === request.pairIdHash);
  return other ? 1 - other.platform : NO_PLATFORM;
}

test("the feedback is what looking at every other request gives, ties and failures included", () => {
  for (let seed = 1; seed <= 6; seed++) {
    const stated = campaign(120, seed);
    const columns = feedbackOf(requestsOf(stated));
    const all = stated.map((one) => ({
      ...one,
      to: platformOf(one, stated),
      endMs: one.timestampMs + one.responseTimeMs,
    }));
    stated.forEach((request, row) => {
      const nowMs = Math.min(
        request.timestampMs,
        ...stated
          .filter(({ pairIdHash }) => pairIdHash === request.pairIdHash)
          .map(({ timestampMs }) => timestampMs),
      );
      for (const platform of [ECS, LAMBDA]) {
        const there = all.filter(({ to }) => to === platform);
        const mine = there.filter(({ workload }) => workload === request.workload);
        const flying = (list: typeof all): number =>
          list.filter(({ timestampMs, endMs }) => timestampMs < nowMs && endMs > nowMs).length;
        const answers = mine.filter(
          ({ endMs, httpStatus, platform }) =>
            endMs < nowMs && httpStatus === 200 && platform !== NO_PLATFORM,
        );
        const recent = answers.filter(({ endMs }) => endMs >= nowMs - 60_000);
        const last = Math.max(...answers.map(({ endMs }) => endMs));
        const known = request.workload !== MISSING;
        const expected = {
          in_flight: known ? flying(mine) : NaN,
          all_in_flight: flying(there),
          answer_seconds: known && answers.length > 0 ? (nowMs - last) / 1000 : NaN,
          mean_ms_last_60s:
            known && recent.length > 0
              ? recent.reduce((sum, { responseTimeMs }) => sum + responseTimeMs, 0) / recent.length
              : NaN,
        };
        for (const [figure, value] of Object.entries(expected)) {
          const name = `${PLATFORMS[platform]}_${figure}`;
          const told = columns[name][row];
          assert.ok(
            Object.is(told, value) || Math.abs(told - value) < 1e-9,
            `seed ${seed}, row ${row}: ${name} is ${told}, by hand ${value}`,
          );
        }
      }
    });
  }
});

test("an answer at the very moment of the send does not count, nor one after it, nor its own", () => {
  const at = (second: number, seconds: number): StatedRequest => ({
    timestampMs: NOON + 1000 * second,
    responseTimeMs: 1000 * seconds,
  });
  const columns = feedbackOf(requestsOf([at(0, 5), at(5, 100), at(6, 1), at(4, 20)]));
  const of = (name: string): number[] => [...columns[`lambda_${name}`]];
  // The one sent at 0 s ends at 5 s: then it is neither in flight nor an answer yet.
  assert.deepEqual(of("in_flight"), [0, 1, 2, 1]);
  assert.deepEqual(of("answer_seconds"), [NaN, NaN, 1, NaN]);
  assert.deepEqual(of("mean_ms_last_60s"), [NaN, NaN, 5000, NaN]);
  assert.deepEqual([...columns.ecs_all_in_flight], [0, 0, 0, 0]);
});

test("what comes after a send changes nothing of what it sees", () => {
  const stated = campaign(80, 9);
  const whole = feedbackOf(requestsOf(stated));
  const random = createRandom(3);
  stated.forEach((request, row) => {
    const others = stated.map((one) => {
      if (one.timestampMs + one.responseTimeMs <= request.timestampMs) return one;
      return one.timestampMs < request.timestampMs
        ? { ...one, responseTimeMs: one.responseTimeMs + random.integer(50_000), httpStatus: 500 }
        : { ...one, responseTimeMs: random.integer(90_000) };
    });
    const changed = feedbackOf(requestsOf(others));
    for (const { name } of FEEDBACK_FIELDS)
      assert.ok(Object.is(changed[name][row], whole[name][row]), `${name} of row ${row}`);
  });
});

test("days without an answer are not told apart; a part of a campaign keeps what its rows saw", () => {
  const day = LONGEST_IDLE_SECONDS * 1000;
  const requests = requestsOf([
    { timestampMs: NOON, responseTimeMs: 10 },
    { timestampMs: NOON + 3 * day, responseTimeMs: 10 },
  ]);
  assert.deepEqual([...feedbackOf(requests).lambda_answer_seconds], [NaN, LONGEST_IDLE_SECONDS]);
  const stated = campaign(60, 2);
  const whole = requestsOf(stated);
  const part = feedbackOf(selectRows(selectRows(whole, [40, 3, 3, 17]), [2, 0]));
  for (const { name } of FEEDBACK_FIELDS)
    assert.deepEqual(
      [...part[name]],
      [3, 40].map((row) => feedbackOf(whole)[name][row]),
    );
});

test("a half that names no platform went where the other did not", () => {
  const requests = requestsOf([
    { platform: NO_PLATFORM, pairIdHash: 1 },
    { platform: ECS, pairIdHash: 1 },
    { platform: NO_PLATFORM, pairIdHash: 2 },
    { platform: NO_PLATFORM },
  ]);
  assert.deepEqual([...sentTo(requests)], [LAMBDA, ECS, NO_PLATFORM, NO_PLATFORM]);
});
