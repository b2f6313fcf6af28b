import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "lib/statistics";

test("the same seed gives the same numbers, another seed or fork others", () => {
  const draw = (random: { uniform(): number }): number[] =>
    Array.from({ length: 5 }, () => random.uniform());
  assert.deepEqual(draw(createRandom(42)), draw(createRandom(42)));
  assert.notDeepEqual(draw(createRandom(42)), draw(createRandom(43)));
  assert.notDeepEqual(draw(createRandom(42).fork("a")), draw(createRandom(42).fork("b")));
  assert.deepEqual(draw(createRandom(42).fork("a")), draw(createRandom(42).fork("a")));
});

test("moments are those of the distributions", () => {
  const random = createRandom(1);
  const n = 200_000;
  const moments = (next: () => number): [mean: number, variance: number] => {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const x = next();
      sum += x;
      squares += x * x;
    }
    return [sum / n, squares / n - (sum / n) ** 2];
  };
  const near = ([mean, variance]: [number, number], [m, v]: [number, number]): void => {
    assert.ok(Math.abs(mean - m) < 5 * Math.sqrt(v / n), `mean ${mean}, expected ${m}`);
    assert.ok(Math.abs(variance / v - 1) < 0.05, `variance ${variance}, expected ${v}`);
  };
  near(
    moments(() => random.uniform()),
    [1 / 2, 1 / 12],
  );
  near(
    moments(() => random.normal()),
    [0, 1],
  );
  near(
    moments(() => random.exponential()),
    [1, 1],
  );
  near(
    moments(() => random.gamma(0.25)),
    [0.25, 0.25],
  );
  near(
    moments(() => random.gamma(4)),
    [4, 4],
  );
  assert.throws(() => random.gamma(0), /must be positive/);
});

test("every order of a shuffle is equally likely", () => {
  const random = createRandom(9);
  const counts = new Map<string, number>();
  for (let i = 0; i < 12_000; i++) {
    const order = random.shuffle([0, 1, 2]).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  // chi-square with 5 degrees of freedom: 20.5 is its .999 quantile.
  const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - 2000) ** 2 / 2000, 0);
  assert.ok(chiSquare < 20.5, `chi-square ${chiSquare}`);
});
