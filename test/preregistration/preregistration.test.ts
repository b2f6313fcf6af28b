import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parsePlan, planDesign, readPlan } from "lib/campaign";
import { simulate } from "lib/platforms";
import {
  departures,
  preregister,
  preregistrationJson,
  readPreregistration,
  type RunAgainstFrozen,
} from "lib/preregistration";
import { selectRows } from "lib/requests";
import { temporaryFolder } from "../runner/temporary-notebooks.js";

const plan = parsePlan("extends: duet\nname: small\ntitle: Small\ndays: 1\n", "small.yml");
const frozen = preregister(plan, { seed: 7 });
const { requests } = simulate(plan, { seed: 7 });

/** A run that kept to everything. */
const KEPT: RunAgainstFrozen = {
  seed: 7,
  labelling: { options: frozen.label },
  gates: [{ id: "beats-lookup", value: 0.01 }],
  requests,
  accepted: {},
};

test("equal studies have equal hashes, another choice another one", () => {
  assert.equal(preregister(plan, { seed: 7 }).sha256, frozen.sha256);
  const others = [
    preregister(plan, { seed: 8 }),
    preregister(plan, { seed: 7, latencyMargin: 0.2 }),
    preregister(plan, { seed: 7, primaryOutcome: "accuracy" }),
    preregister(readPlan("duet"), { seed: 7 }),
  ];
  assert.equal(new Set([frozen, ...others].map(({ sha256 }) => sha256)).size, 5);
  assert.throws(() => preregister(plan, { seed: 7, primaryOutcome: "x" }), /no gate is called "x"/);
});

test("the hash is that of the content with sorted keys, whatever the order in the file", (t) => {
  const { sha256, ...content } = frozen;
  const sort = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sort)
      : value !== null && typeof value === "object"
        ? Object.fromEntries(
            Object.entries(value)
              .sort()
              .map(([k, v]) => [k, sort(v)]),
          )
        : value;
  const text = JSON.stringify(sort(JSON.parse(JSON.stringify(content))));
  assert.equal(createHash("sha256").update(text).digest("hex"), sha256);
  const file = path.join(temporaryFolder(t), "p.json");
  writeFileSync(file, JSON.stringify({ sha256, ...content }));
  assert.equal(readPreregistration(file).sha256, sha256);
});

test("a file that was changed since is refused", (t) => {
  const file = path.join(temporaryFolder(t), "p.json");
  writeFileSync(file, preregistrationJson(frozen).replace('"seed": 7', '"seed": 8'));
  assert.throws(() => readPreregistration(file), /was changed since it was frozen/);
  writeFileSync(file, "{}");
  assert.throws(() => readPreregistration(file), /is no preregistration/);
});

test("a run that kept to what was frozen has no departure, whatever chance made of its bursts", () => {
  assert.deepEqual(departures(frozen, KEPT), []);
  for (const seed of [1, 5, 42]) {
    const campaign = simulate(plan, { seed }).requests;
    assert.deepEqual(departures(frozen, { ...KEPT, requests: campaign }), [], `seed ${seed}`);
  }
});

test("each departure is named with what was frozen and what was done", () => {
  const found = departures(frozen, {
    ...KEPT,
    seed: 42,
    labelling: { options: { ...frozen.label, latencyMargin: 0.2 } },
    gates: [],
    accepted: { balance: "by design" },
  });
  assert.deepEqual(
    found.map(({ where, frozen: was, run }) => [where, was, run]),
    [
      ["seed", "seed is 7", "seed is 42"],
      ["label", "latencyMargin is 0.1", "latencyMargin is 0.2"],
      ["primary outcome", "judged by beats-lookup", "beats-lookup has no value in this run"],
      ["accepted", "no finding was accepted beforehand", "balance was accepted: by design"],
    ],
  );
});

test("a campaign that lacks a part of the plan, or has more than it, departs from it", () => {
  const rows = Array.from({ length: requests.rowCount }, (_, row) => row);
  const [first] = requests.timeWindow;
  const half = selectRows(
    requests,
    rows.filter((row) => requests.timeWindow[row] !== first),
  );
  const [empty] = departures(frozen, { ...KEPT, requests: half });
  assert.equal(empty.where, "plan");
  assert.match(empty.run, /^\d+ parts have none, such as \w+, \w+_load$/);
  const odd = { ...requests, targetPayloadKb: requests.targetPayloadKb.slice() };
  odd.payloadKb = requests.payloadKb.slice();
  odd.payloadKb[0] = odd.targetPayloadKb[0] = 12_345;
  const [outside] = departures(frozen, { ...KEPT, requests: odd });
  assert.match(outside.run, /^1 requests are in none of its cells$/);
});

test("fewer requests than chance can explain are a departure, by the arrivals of the plan", () => {
  const shareOf = (share: number) =>
    selectRows(
      requests,
      Array.from({ length: Math.round(share * requests.rowCount) }, (_, row) => row),
    );
  const steady = parsePlan(
    "extends: duet\nname: s\ntitle: S\ndays: 1\npatterns: { burst_load: { arrivals: poisson } }\n",
    "s.yml",
  );
  const promised = preregister(steady, { seed: 7 });
  const campaign = simulate(steady, { seed: 7 }).requests;
  const label = { options: promised.label };
  assert.deepEqual(departures(promised, { ...KEPT, labelling: label, requests: campaign }), []);
  const expected = planDesign(steady).expectedRequests;
  const [fewer] = departures(promised, {
    ...KEPT,
    requests: shareOf((0.8 * expected) / requests.rowCount),
  });
  assert.match(fewer.run, /of them are in the logs$/);
});

test("gates that were changed since are departures", () => {
  const gates = frozen.gates.map((gate) =>
    gate.id === "accuracy" ? { ...gate, target: "99 %" } : gate,
  );
  const found = departures({ ...frozen, gates }, KEPT);
  assert.deepEqual(
    found.map(({ where }) => where),
    ["gates"],
  );
  assert.match(found[0].frozen, /^accuracy is .*99 %/);
});
