import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import {
  comparePolicies,
  fixedPolicies,
  routingVerdict,
  type BothOutcomes,
  type ObservedOutcomes,
  type Policy,
  type PolicyComparison,
} from "lib/routing";

const ROWS = 400;
const column = (value: (row: number) => number): Float64Array =>
  Float64Array.from({ length: ROWS }, (_, row) => value(row));

/** Lambda takes 50 ms and 1 USD per million; ECS takes these, and fails where said. */
function compare(
  ecsMs: (row: number) => number,
  ecsUsd: (row: number) => number,
  choice: (row: number) => number,
  ecsFailed: (row: number) => number = () => 0,
): PolicyComparison {
  const both: BothOutcomes = [
    {
      latencyMs: column(ecsMs),
      costUsd: column(ecsUsd),
      failed: Uint8Array.from(column(ecsFailed)),
    },
    { latencyMs: column(() => 50), costUsd: column(() => 1e-6) },
  ];
  const observed: ObservedOutcomes = {
    ...both[LAMBDA],
    platform: new Uint8Array(ROWS).fill(LAMBDA),
  };
  const router: Policy = { name: "router", choice: Uint8Array.from(column(choice)) };
  const blocks = {
    blockOfRow: Uint32Array.from({ length: ROWS }, (_, row) => Math.floor(row / 20)),
    blockCount: 20,
  };
  return comparePolicies({
    observed,
    both,
    policies: [...fixedPolicies(ROWS), router],
    cells: { codeOfRow: new Uint32Array(ROWS), codeCount: 1 },
    blocks,
    seed: 1,
    usdPerMs: 1e-8,
    repeats: 200,
  });
}

const half = (row: number): number => (row % 2 === 0 ? ECS : LAMBDA);

test("both axes saved, one lost, both lost: the sentence says which", () => {
  const better = compare(
    (row) => (half(row) === ECS ? 30 : 200),
    (row) => (half(row) === ECS ? 0.5e-6 : 9e-6),
    half,
  );
  assert.equal(
    routingVerdict(better, "router", true),
    'On this simulated campaign the router "router" would have saved 10.0 ms a request ' +
      "[10.0, 10.0] and saved 0.25 USD per million requests [0.25, 0.25] against always " +
      "Lambda, the best fixed choice (exact: both outcomes of each request are simulated, 400 " +
      "requests).",
  );
  assert.match(
    routingVerdict(
      compare(
        (row) => (half(row) === ECS ? 30 : 200),
        () => 3e-6,
        half,
      ),
      "router",
      false,
    ),
    /^On these data .* would have saved 10\.0 ms .* but lost 1\.0 USD per million/,
  );
  assert.match(
    routingVerdict(
      compare(
        () => 80,
        () => 3e-6,
        half,
      ),
      "router",
      false,
    ),
    /would not have been worth having: it would have lost 15\.0 ms .* and lost 1\.0 USD/,
  );
});

test("a router that decides as the best fixed choice does saves nothing, and is told so", () => {
  assert.match(
    routingVerdict(
      compare(
        () => 80,
        () => 3e-6,
        () => LAMBDA,
      ),
      "router",
      false,
    ),
    /would have saved nothing: it is always Lambda, the best fixed choice/,
  );
});

test("money saved by letting requests fail is told as such", () => {
  const failing = compare(
    (row) => (half(row) === ECS ? 60 : 200),
    () => 0,
    half,
    (row) => Number(row % 4 === 0),
  );
  assert.match(
    routingVerdict(failing, "router", false),
    /lost 5\.0 ms .*; more requests would have failed, by 25\.00 points \[25\.00, 25\.00\] \(exact/,
  );
});
