import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import {
  arrivalState,
  arrivalStateOf,
  LONGEST_IDLE_SECONDS,
  LOOK_BACK_SECONDS,
  selectRows,
} from "lib/requests";
import { createRandom } from "lib/statistics";
import { requestsOf, type StatedRequest } from "../requests-of.js";

const NOON = Date.UTC(2025, 11, 1, 12);

/** Arrivals in spells, some as pairs whose halves stand apart, at times of whole half seconds. */
function campaign(arrivals: number, seed: number): StatedRequest[] {
  const random = createRandom(seed);
  let ms = NOON;
  const stated: StatedRequest[] = [];
  for (let i = 0; i < arrivals; i++) {
    ms += random.integer(3) === 0 ? 500 * random.integer(900) : 500 * random.integer(8);
    const one = { timestampMs: ms, workload: random.integer(3), targetPayloadKb: 1 + (i % 7) };
    if (random.integer(2) === 0) stated.push({ ...one, platform: LAMBDA });
    else
      stated.push(
        { ...one, platform: ECS, pairIdHash: i, sentFirst: 1 },
        { ...one, platform: LAMBDA, pairIdHash: i, sentFirst: 0, timestampMs: ms + 500 },
      );
  }
  return random.shuffle(stated);
}

test("the arrival state is what counting by hand gives, a pair being one arrival", () => {
  const stated = campaign(160, 4);
  const state = arrivalState(requestsOf(stated));
  const arrivals = stated.filter(({ sentFirst }) => sentFirst !== 0);
  stated.forEach((request, row) => {
    const own =
      request.sentFirst === 0
        ? arrivals.find(({ pairIdHash }) => pairIdHash === request.pairIdHash)!
        : request;
    const before = arrivals.filter(({ timestampMs }) => timestampMs! < own.timestampMs!);
    const ofWorkload = before.filter(({ workload }) => workload === own.workload);
    const last = Math.max(...ofWorkload.map(({ timestampMs }) => timestampMs!));
    const idle = Math.min(LONGEST_IDLE_SECONDS, (own.timestampMs! - last) / 1000);
    assert.equal(state.idleSeconds[row], idle);
    for (const seconds of LOOK_BACK_SECONDS) {
      const within = (list: readonly StatedRequest[]) =>
        list.filter(({ timestampMs }) => timestampMs! >= own.timestampMs! - seconds * 1000);
      const kib = (list: readonly StatedRequest[]) =>
        list.reduce((sum, { targetPayloadKb }) => sum + targetPayloadKb!, 0);
      for (const [of, list] of [
        [state.own[seconds], within(ofWorkload)],
        [state.all[seconds], within(before)],
      ] as const) {
        assert.equal(of.requests[row], list.length, `row ${row}, ${seconds} s`);
        assert.ok(Math.abs(of.kib[row] - kib(list)) < 1e-9);
      }
    }
  });
});

test("where requests were sent and what became of them does not change the state", () => {
  const stated = campaign(60, 5);
  const turned = stated.map((request) => ({
    ...request,
    platform: request.platform === ECS ? LAMBDA : ECS,
    httpStatus: 500,
    responseTimeMs: 1,
  }));
  assert.deepEqual(arrivalState(requestsOf(turned)), arrivalState(requestsOf(stated)));
});

test("a part of a campaign keeps the state that its requests had in the whole", () => {
  const requests = requestsOf(campaign(60, 6));
  const whole = arrivalStateOf(requests);
  const rows = [40, 3, 3, 17];
  const part = arrivalStateOf(selectRows(requests, rows));
  assert.deepEqual(
    [...part.all[60].requests],
    rows.map((row) => whole.all[60].requests[row]),
  );
  const again = arrivalStateOf(selectRows(selectRows(requests, rows), [1, 2]));
  assert.deepEqual(
    [...again.idleSeconds],
    [3, 3].map((row) => whole.idleSeconds[row]),
  );
});
