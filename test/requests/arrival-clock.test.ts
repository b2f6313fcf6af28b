import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ArrivalClock,
  arrivalStateOf,
  LONGEST_IDLE_SECONDS,
  LOOK_BACK_SECONDS,
  type ArrivalState,
} from "lib/requests";
import { createRandom } from "lib/statistics";
import { requestsOf } from "../requests-of.js";

/** A state's row as plain numbers, KiB to nine digits: sums of floats differ by their order. */
function row({ idleSeconds, own, all }: ArrivalState, at: number): number[] {
  return [
    idleSeconds[at],
    ...LOOK_BACK_SECONDS.flatMap((seconds) =>
      [own[seconds], all[seconds]].flatMap(({ requests, kib }) => [
        requests[at],
        Math.round(kib[at] * 1e9) / 1e9,
      ]),
    ),
  ];
}

test("request by request the clock says what the whole campaign says, moments of several included", () => {
  const random = createRandom(4);
  let nowMs = Date.UTC(2025, 0, 6);
  const stated = Array.from({ length: 2000 }, () => {
    // Every third at the same moment as the one before; now and then minutes without any.
    if (random.integer(3) > 0) nowMs += random.integer(30) === 0 ? 400_000 : random.integer(20_000);
    return {
      workload: random.integer(3),
      targetPayloadKb: [1, 64, 900][random.integer(3)],
      timestampMs: nowMs,
    };
  });
  const requests = requestsOf(stated);
  const batch = arrivalStateOf(requests);
  const clock = new ArrivalClock();
  stated.forEach(({ workload, targetPayloadKb, timestampMs }, at) => {
    const name = requests.workloadNames[workload];
    assert.deepEqual(row(clock.stateAt(name, timestampMs), 0), row(batch, at));
    assert.deepEqual(row(clock.arrive(name, targetPayloadKb, timestampMs), 0), row(batch, at));
  });
  assert.equal(clock.arrivals, stated.length);
  assert.deepEqual(clock.workloads().sort(), requests.workloadNames.slice(0, 3).sort());
});

test("what the clock says of a workload it has not seen, and when time goes back", () => {
  const clock = new ArrivalClock();
  clock.arrive("a", 10, 5000);
  const state = clock.stateAt("b", 7000);
  assert.deepEqual(
    [state.idleSeconds[0], state.own[60].requests[0], state.all[60].kib[0]],
    [LONGEST_IDLE_SECONDS, 0, 10],
  );
  // A clock that was set back: the moment stands still until it is caught up with.
  assert.equal(clock.arrive("a", 10, 6000).idleSeconds[0], 2);
  assert.equal(clock.arrive("a", 10, 7000).idleSeconds[0], 2);
  assert.equal(clock.arrive("a", 10, 8000).idleSeconds[0], 1);
});
