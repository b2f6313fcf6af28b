import assert from "node:assert/strict";
import { test } from "node:test";
import { US_EAST_1_PRICES } from "lib/campaign";
import { breakEven } from "lib/routing";

test("a 0.25 vCPU task breaks even with a 128 MB, 100 ms function near 30,000 requests an hour", () => {
  // CALIBRATION: about 30,000/h without, 85,000/h with a balancer's hour.
  assert.ok(Math.abs(breakEven("lightweight_api", 100, 113, US_EAST_1_PRICES, false).requestsPerHour / 30_000 - 1) < 0.05);
  assert.ok(Math.abs(breakEven("lightweight_api", 100, 113, US_EAST_1_PRICES, true).requestsPerHour / 85_000 - 1) < 0.05);
});

test("a task that is full before it is cheaper is never the better choice", () => {
  // 36,000 requests of 100 ms fill an hour; with the balancer 85,000 are needed to break even.
  assert.equal(breakEven("lightweight_api", 100, 100, US_EAST_1_PRICES, true).reachable, false);
  assert.equal(breakEven("lightweight_api", 100, 100, US_EAST_1_PRICES, false).reachable, true);
  assert.throws(() => breakEven("image_search", 100, 100, US_EAST_1_PRICES), /"image_search" has no known task size/);
});
