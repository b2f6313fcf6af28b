import assert from "node:assert/strict";
import { test } from "node:test";
import type { LabelledTable } from "lib/features";
import { createRandom } from "lib/statistics";
import { checkTable, tableOf } from "./planted.js";

/*
 * Examples from the documentation of scikit-learn and deepchecks, drawn anew by the recipes given there (the data are
 * random in the originals, too): what the page says is wrong with the table must be found.
 */

const offendersOf = (id: string, table: LabelledTable): string[] =>
  checkTable(id, table).offenders.map(({ label }) => label);

test(
  "deepchecks, Identifier Label Correlation: columns that tell the label are found, the others " +
    "are not",
  () => {
    // docs.deepchecks.com, checks gallery: x1, x2, x3 standard normal in 100 rows, x4 = .05 x1 + x2,
    // x5 = 121 x2 + .01 x1, and the label is the sign of x5. There x2 is an identifier whose
    // predictive power is far above the allowed .2.
    for (let seed = 1; seed <= 10; seed++) {
      const random = createRandom(`identifier label ${seed}`);
      const draw = (): Float64Array => Float64Array.from({ length: 100 }, () => random.normal());
      const x1 = draw();
      const x2 = draw();
      const x5 = x2.map((x, row) => 121 * x + 0.01 * x1[row]);
      const table = tableOf(
        { x1, x2, x3: draw(), x4: x2.map((x, row) => x + 0.05 * x1[row]), x5 },
        Array.from(x5, (x) => Number(x >= 0)),
      );
      const leak = checkTable("single-feature-power", table);
      // On 100 rows the bin in which the sign changes costs a few points: certain, or a warning, by
      // the draw.
      assert.notEqual(leak.verdict, "pass", leak.evidence);
      assert.deepEqual(
        leak.offenders.map(({ label }) => label).sort(),
        ["x2", "x4", "x5"],
        `seed ${seed}: ${leak.evidence}`,
      );
      assert.match(checkTable("near-duplicates", table).evidence, /1 group: \{x2, x4, x5\}/);
    }
  },
);

test(
  "scikit-learn, make_classification: repeated columns are found among informative, redundant " +
    "and useless ones",
  () => {
    // scikit-learn.org, sklearn.datasets.make_classification: two informative columns round the
    // corners of a square with sides 2, so that the classes lie crosswise; two linear combinations of
    // them; two repeated ones; the rest is noise.
    for (let seed = 1; seed <= 10; seed++) {
      const random = createRandom(`make_classification ${seed}`);
      const rows = 1000;
      const corner = Array.from({ length: rows }, () => random.integer(4));
      const label = corner.map((c) => (c >> 1) ^ (c & 1));
      const informative = [0, 1].map((side) =>
        Float64Array.from(corner, (c) => 2 * ((c >> side) & 1) - 1 + random.normal()),
      );
      const redundant = [0, 1].map(() => {
        const [a, b] = [2 * random.uniform() - 1, 2 * random.uniform() - 1];
        return informative[0].map((x, row) => a * x + b * informative[1][row]);
      });
      const noise = Array.from({ length: 14 }, () =>
        Float64Array.from({ length: rows }, () => random.normal()),
      );
      const columns = [...informative, ...redundant, informative[0], redundant[1], ...noise];
      const found = offendersOf(
        "near-duplicates",
        tableOf(Object.fromEntries(columns.map((column, c) => [`x${c}`, column])), label),
      );
      const pairs = found.map((pair) => pair.replace(/ \(.*/, ""));
      for (const repeated of ["x0 and x4", "x3 and x5"])
        assert.ok(pairs.includes(repeated), `seed ${seed}: ${repeated} in ${pairs.join("; ")}`);
      assert.ok(
        pairs.every((pair) => pair.split(" and ").every((name) => Number(name.slice(1)) < 6)),
        `seed ${seed}: noise in ${pairs.join("; ")}`,
      );
    }
  },
);

test("deepchecks, Is Single Value: a column of one value and one of none are found", () => {
  // docs.deepchecks.com, checks gallery: a = 3, 4, 1; b = 2, 2, 2; c is missing throughout.
  assert.deepEqual(
    offendersOf(
      "feature-variance",
      tableOf({ a: [3, 4, 1], b: [2, 2, 2], c: [NaN, NaN, NaN] }, [0, 1, 0]),
    ),
    ["b", "c"],
  );
});
