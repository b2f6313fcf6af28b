import assert from "node:assert/strict";
import { test } from "node:test";
import { auditTable, runAudit } from "lib/audit";
import { createRandom } from "lib/statistics";
import { drawWorld, WORLDS } from "../attainability/generators.js";
import { continuousTable, repeatedRows } from "./faults/leakage.js";
import { checkTable, tableOf } from "./planted.js";

test("an honest table with nothing planted raises no leak", () => {
  const { columns, label } = continuousTable(1, 3000);
  for (const id of [
    "forbidden-features",
    "functional-dependencies",
    "single-feature-power",
    "near-duplicates",
    "identifiers",
    "duplicate-rows",
  ]) {
    const found = checkTable(id, tableOf(columns, label));
    assert.equal(found.verdict, "pass", `${id}: ${found.evidence}`);
  }
});

test(
  "identifiers are found: a running number, and names of which every row has its own; " +
    "measurements are not",
  () => {
    const { columns, label } = continuousTable(4, 2000);
    const random = createRandom(6);
    const ids = random.shuffle(Float64Array.from(label.keys()));
    const found = checkTable(
      "identifiers",
      tableOf(
        {
          ...columns,
          index: [...label.keys()],
          id: ids,
          zip: label.map(() => random.integer(900)),
        },
        label,
      ),
    );
    assert.deepEqual(
      [found.verdict, found.offenders.map((offender) => offender.label)],
      ["fail", ["index", "id"]],
    );
    assert.match(found.evidence, /index counts the rows/);
  },
);

test("copies and rescaled columns are one group; related ones are not", () => {
  const { columns, label } = continuousTable(5, 3000);
  const random = createRandom(7);
  const found = checkTable(
    "near-duplicates",
    tableOf(
      {
        ...columns,
        kg: columns.x1,
        pounds: columns.x1.map((x) => 2.2 * x + 0.05 * random.normal()),
        related: columns.x2.map((x) => x + random.normal()),
      },
      label,
    ),
  );
  assert.equal(found.verdict, "warn");
  assert.match(found.evidence, /1 group: \{x1, kg, pounds\}/);
});

test("minimal functional dependencies, exact and approximate, and the same variable twice", () => {
  const random = createRandom(8);
  const rows = 4000;
  const draw = (levels: number): number[] =>
    Array.from({ length: rows }, () => random.integer(levels));
  const city = draw(40);
  const day = draw(7);
  const colour = draw(5);
  const label = draw(2);
  const country = city.map((c) => c % 6);
  const found = checkTable(
    "functional-dependencies",
    tableOf(
      {
        city,
        cityName: city.map((c) => (c * 17) % 41),
        country,
        day,
        colour,
        cell: city.map((c, row) => c * 7 + day[row]),
        nearly: country.map((c) => (random.uniform() < 0.005 ? (c + 1) % 6 : c)),
        hardly: country.map((c) => (random.uniform() < 0.05 ? (c + 1) % 6 : c)),
      },
      label,
    ),
  );
  const pairs = found.table!.rows.map(
    ({ determinants, dependent }) => `${determinants} -> ${dependent}`,
  );
  for (const expected of [
    "city -> cityName",
    "cityName -> city",
    "city -> country",
    "cell -> day",
    "country -> nearly",
    "city + day -> cell",
  ])
    assert.ok(pairs.includes(expected), `${expected} in ${pairs.join("; ")}`);
  for (const wrong of [
    "country -> city",
    "country -> hardly",
    "city -> day",
    "city + day -> country",
    "colour -> day",
    "cell + day -> country",
  ])
    assert.ok(!pairs.includes(wrong), wrong);
  assert.match(found.evidence, /city = cityName|cityName = city/);
  const error = found.table!.rows.find(
    ({ determinants, dependent }) => determinants === "country" && dependent === "nearly",
  )!.error as number;
  assert.ok(error > 0.001 && error < 0.01);
});

test("a few repeated rows are a warning", () => {
  assert.equal(checkTable("duplicate-rows", repeatedRows(30)).verdict, "warn");
});

test("a table that has nothing to do with clouds is audited as a whole", () => {
  const { columns, label } = continuousTable(10, 1500);
  const { verdict, checks, attainability } = runAudit(
    auditTable(tableOf(columns, label), { name: "clinic" }),
  );
  assert.ok(attainability !== null && attainability.rows === 1500);
  assert.notEqual(verdict, "not applicable");
  assert.ok(
    checks
      .filter(({ group }) => ["variance", "design", "consistency", "payload"].includes(group))
      .every(({ id, verdict: v }) => id === "feature-variance" || v === "not applicable"),
  );
});

test("pure noise: the best of thousands of triples of columns is not taken for something to learn", () => {
  // As in scikit-learn's "Common pitfalls": so many columns of noise that some fit the label by
  // chance.
  for (let seed = 1; seed <= 10; seed++) {
    const random = createRandom(`noise ${seed}`);
    const columns = Object.fromEntries(
      Array.from({ length: 40 }, (_, c) => [
        `x${c}`,
        Float64Array.from({ length: 300 }, () => random.normal()),
      ]),
    );
    const label = Array.from({ length: 300 }, () => random.integer(2));
    const { attainability, checks } = runAudit(
      auditTable(tableOf(columns, label), { name: "noise" }),
    );
    assert.ok(attainability!.best3.accuracy > 0.75, "in sample, three columns of noise look good");
    const ceiling = checks.find(({ id }) => id === "ceiling")!;
    const headroom = checks.find(({ id }) => id === "headroom")!;
    assert.ok(ceiling.interval!.low <= 0.5 && ceiling.verdict !== "pass", ceiling.evidence);
    assert.ok(headroom.interval!.low < 0, headroom.evidence);
    assert.equal(checks.find(({ id }) => id === "single-feature-power")!.verdict, "pass");
  }
});

test("the leaking columns of deepchecks' example of features and label", () => {
  // The label hangs on x2 (and a tenth of x1), x4 mixes both, x5 is the label as a word, x3 is
  // nothing (docs, "Feature Label Correlation").
  const random = createRandom(42);
  const draw = (): Float64Array => Float64Array.from({ length: 400 }, () => random.normal());
  const x1 = draw();
  const x2 = draw();
  const label = Array.from(x2, (x, row) => Number(x + 0.1 * x1[row] >= 0));
  const table = tableOf(
    { x1, x2, x3: draw(), x4: x2.map((x, row) => x + 0.5 * x1[row]), x5: label.map((y) => 1 - y) },
    label,
  );
  table.features.categories[4] = ["v2", "v1"];
  const { verdict, table: powers } = checkTable("single-feature-power", table);
  const power = new Map(powers!.rows.map((row) => [row.feature, row.power as number]));
  assert.equal(verdict, "fail");
  assert.equal(power.get("x5"), 1);
  assert.ok(
    power.get("x2")! > 0.8 &&
      power.get("x4")! > 0.4 &&
      power.get("x1")! < 0.2 &&
      power.get("x3")! < 0.2,
    JSON.stringify([...power]),
  );
});

test("a table without features is nothing to look at, and no error", () => {
  const label = Uint8Array.of(0, 1, 1, 0);
  for (const id of ["single-feature-power", "feature-variance"]) {
    const { verdict, evidence } = checkTable(id, tableOf({}, label));
    assert.deepEqual(
      [verdict, evidence],
      ["not applicable", "The table has no features beside its label."],
    );
  }
});

test("a table without features, and one of which none varies, are audited to the end", () => {
  const label = Uint8Array.from({ length: 60 }, (_, row) => row % 2);
  const uniform: Record<string, Float64Array>[] = [
    {},
    { a: new Float64Array(60), b: new Float64Array(60).fill(3) },
  ];
  for (const columns of uniform) {
    const { checks } = runAudit(auditTable(tableOf(columns, label), { name: "uniform" }));
    for (const { id, evidence } of checks) assert.doesNotMatch(evidence, /NaN|undefined/, id);
    const rule = checks.find(({ id }) => id === "label-rule")!;
    assert.deepEqual([rule.verdict, rule.value], ["not applicable", null]);
  }
});

test("six columns of normal numbers: the ceiling is bounded where the plug-in would say 100 %", () => {
  // P(label = 1) is logistic in a linear score whose Bayes accuracy is 68.8 %.
  const world = WORLDS["a linear score"];
  const { checks, attainability } = runAudit(
    auditTable(drawWorld(world, 5000, 3), { name: "normal" }),
    { only: ["ceiling", "headroom", "power"] },
  );
  const [ceiling, headroom] = ["ceiling", "headroom"].map((id) =>
    checks.find((check) => check.id === id)!,
  );
  const { low, high } = ceiling.interval!;
  assert.ok(low < world.bayes && high > world.bayes && high - low < 0.15, ceiling.evidence);
  assert.deepEqual([ceiling.value, attainability!.ceiling], [low, low], "the end against us");
  assert.equal(headroom.value, headroom.interval!.low);
  assert.match(ceiling.evidence, /cross-fitted learners reach .* near rows show/);
  assert.doesNotMatch(JSON.stringify(checks), /in-sample|100\.0 %/);
});
