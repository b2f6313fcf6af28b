import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA, NO_PLATFORM } from "lib/campaign";
import { findPairs, isPaired } from "lib/requests";
import { createRandom } from "lib/statistics";
import { requestsOf } from "../requests-of.js";

test("the halves of a pair find each other wherever they stand", () => {
  const requests = requestsOf([
    { platform: LAMBDA, pairIdHash: 7, sentFirst: 0 },
    { platform: ECS, pairIdHash: 9, sentFirst: 0 },
    { platform: LAMBDA },
    { platform: ECS, pairIdHash: 7, sentFirst: 1 },
    { platform: LAMBDA, pairIdHash: 9, sentFirst: 1 },
  ]);
  const { count, ecsRow, lambdaRow, firstRow, halvesAlone, repeated } = findPairs(requests);
  assert.ok(isPaired(requests));
  assert.deepEqual(
    [count, [...ecsRow], [...lambdaRow], [...firstRow], halvesAlone.length, repeated.length],
    [2, [3, 1], [0, 4], [3, 4], 0, 0],
  );
});

test("halves alone, repeated ones and ones without a platform are named", () => {
  const requests = requestsOf([
    { platform: LAMBDA, pairIdHash: 1 },
    { platform: NO_PLATFORM, pairIdHash: 1 },
    { platform: ECS, pairIdHash: 2 },
    { platform: LAMBDA, pairIdHash: 2 },
    { platform: ECS, pairIdHash: 2 },
  ]);
  const { count, halvesAlone, repeated } = findPairs(requests);
  assert.deepEqual([count, [...halvesAlone], [...repeated]], [1, [0, 1], [4]]);
  assert.equal(isPaired(requestsOf([{}, {}])), false);
});

test("100,000 pairs in any order are found, whatever their ids collide in", () => {
  const random = createRandom(5);
  const pairs = 100_000;
  // Ids that differ in their high bits only fall on the same places of the table.
  const ids = Float64Array.from({ length: pairs }, (_, i) => i * 2 ** 20);
  const stated = Array.from({ length: 2 * pairs }, (_, half) => half);
  random.shuffle(stated);
  const requests = requestsOf(
    stated.map((half) => ({ platform: half & 1 ? LAMBDA : ECS, pairIdHash: ids[half >> 1] })),
  );
  const found = findPairs(requests);
  assert.equal(found.count, pairs);
  for (let pair = 0; pair < pairs; pair++) {
    assert.equal(stated[found.ecsRow[pair]] + 1, stated[found.lambdaRow[pair]]);
  }
});
