import { test } from "node:test";
import assert from "node:assert/strict";
import { loadClassifier, logisticRegression, type LogisticRegressionClassifier } from "lib/models";
import { rowsOf, tableOf } from "./tables.js";

const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
const fit = async (
  ...[data, options]: Parameters<typeof logisticRegression.fit>
): Promise<LogisticRegressionClassifier> =>
  (await logisticRegression.fit(data, options)) as LogisticRegressionClassifier;

/**
 * The tobacco budworm data of Collett (1991), as analysed by Venables and Ripley, Modern Applied
 * Statistics with S, section 7.2: of 20 moths each, dead by log2(dose) 0 to 5, males first.
 * Published: -3.473, 1.101 (sex M), 1.064 (dose); the digits below are R 4.2.2's glm(cbind(dead, 20
 * - dead) ~ sexM + ldose, binomial), converged to 1e-15.
 */
const dead = [1, 4, 9, 13, 18, 20, 0, 2, 6, 10, 12, 16];
const budworm = {
  features: tableOf({
    sexM: rowsOf(24, (i) => (i % 12 < 6 ? 1 : 0)),
    ldose: rowsOf(24, (i) => i % 6),
  }),
  label: Uint8Array.from({ length: 24 }, (_, i) => (i < 12 ? 1 : 0)),
  weight: rowsOf(24, (i) => (i < 12 ? dead[i] : 20 - dead[i - 12])),
};

test("a published fit: coefficients, standard errors and likelihood", async () => {
  const { report } = await fit(budworm, { C: Infinity });
  near(report.intercept, -3.47315530708714, 1e-9);
  near(report.interceptError, 0.468520379202096, 1e-8);
  near(report.coefficients[0].raw, 1.10074336299535, 1e-9);
  near(report.coefficients[0].rawError, 0.355827130919453, 1e-8);
  near(report.coefficients[1].raw, 1.06421396991937, 1e-9);
  near(report.coefficients[1].rawError, 0.131077489527284, 1e-8);
  assert.ok(report.converged && report.separation === null);
  // The standardised ones are the same model: sexM has standard deviation 1/2.
  near(report.coefficients[0].standardised, 1.10074336299535 / 2, 1e-9);
});

test(
  "a two-by-two table in closed form: the log odds ratio, and the square root of the sum of " +
    "inverse counts",
  async () => {
    const { report } = await fit(
      {
        features: tableOf({ x: [0, 0, 1, 1] }),
        label: Uint8Array.of(0, 1, 0, 1),
        weight: Float64Array.of(40, 12, 15, 33),
      },
      { C: Infinity },
    );
    near(report.coefficients[0].raw, Math.log((33 * 40) / (15 * 12)), 1e-10);
    near(report.coefficients[0].rawError, Math.sqrt(1 / 40 + 1 / 12 + 1 / 15 + 1 / 33), 1e-10);
    near(report.intercept, Math.log(12 / 40), 1e-10);
    near(report.interceptError, Math.sqrt(1 / 40 + 1 / 12), 1e-10);
    near(
      report.logLikelihood,
      40 * Math.log(40 / 52) +
        12 * Math.log(12 / 52) +
        15 * Math.log(15 / 48) +
        33 * Math.log(33 / 48),
      1e-9,
    );
  },
);

// As scikit-learn 1.2.1 fits it: StandardScaler, LogisticRegression(C=1, solver="newton-cg",
// tol=1e-14).
const n = 60;
const table = tableOf({
  a: rowsOf(n, (i) => ((i * 37) % n) / 7),
  b: rowsOf(n, (i) => (i * i) % 23),
  c: rowsOf(n, (i) => (i % 4 === 0 ? 3 : 0)),
});
const label = Uint8Array.from({ length: n }, (_, i) =>
  ((i * 53) % 60) + (i % 7) * 4 > 38 ? 1 : 0,
);

test("the L2 penalty is scikit-learn's C on standardised features", async () => {
  const { report, centre } = await fit({ features: table, label }, { C: 1 });
  const expected = [-0.1943748780370106, 0.1276070929012974, 0.0664183707260857];
  report.coefficients.forEach((coefficient, f) =>
    near(coefficient.standardised, expected[f], 1e-8),
  );
  near(centre, 0.2716292668404768, 1e-8);
});

test("folded rows with weights give the same model as the rows", async () => {
  const repeated = Array.from({ length: 3 * n }, (_, i) => i % n);
  const rows = await fit({
    features: tableOf(
      Object.fromEntries(
        table.names.map((name, f) => [name, repeated.map((row) => table.columns[f][row])]),
      ),
    ),
    label: Uint8Array.from(repeated, (row) => label[row]),
  });
  const folded = await fit({ features: table, label, weight: new Float64Array(n).fill(3) });
  rows.report.coefficients.forEach((coefficient, f) =>
    near(coefficient.raw, folded.report.coefficients[f].raw, 1e-12),
  );
});

test("complete and quasi-complete separation are told from a mere good fit", async () => {
  const x = rowsOf(8, (i) => i);
  const noise = Float64Array.of(1, 0, 1, 1, 0, 0, 1, 0);
  const complete = await fit(
    { features: tableOf({ x, noise }), label: Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1) },
    { C: Infinity },
  );
  assert.equal(complete.report.separation?.kind, "complete");
  assert.equal(complete.report.separation?.weight, 8);
  assert.ok(complete.report.separation?.features.includes("x"));
  assert.ok(Number.isNaN(complete.report.coefficients[0].rawError));

  const quasi = await fit({
    features: tableOf({ x: [0, 0, 0, 0, 1, 1, 1], noise: rowsOf(7, (i) => i % 2) }),
    label: Uint8Array.of(0, 1, 1, 0, 1, 1, 1),
  });
  assert.equal(quasi.report.separation?.kind, "quasi-complete");
  assert.deepEqual(quasi.report.separation?.features, ["x"]);
  assert.equal(quasi.report.separation?.weight, 3);
  // The penalty keeps this fit finite.
  assert.ok(quasi.report.converged && quasi.report.coefficients[0].rawError > 0);

  const overlapping = await fit(
    { features: tableOf({ x }), label: Uint8Array.of(0, 0, 0, 1, 0, 1, 1, 1) },
    { C: Infinity },
  );
  assert.equal(overlapping.report.separation, null);
  // A row far out with a linear predictor beyond any doubt is not separation: the fit exists.
  const far = await fit(
    { features: tableOf({ x: [...x, 1000] }), label: Uint8Array.of(0, 0, 0, 1, 0, 1, 1, 1, 1) },
    { C: Infinity },
  );
  assert.ok(far.report.separation === null && far.report.converged);
});

test("constant and aliased columns are left out and said", async () => {
  const features = tableOf({
    a: table.columns[0],
    constant: new Float64Array(n).fill(0.1),
    twice: table.columns[0].map((v) => 2 * v + 1),
    b: table.columns[1],
  });
  const { report } = await fit({ features, label }, { C: Infinity });
  assert.deepEqual(
    report.coefficients.map(({ status }) => status),
    ["estimated", "constant", "aliased", "estimated"],
  );
  const without = await fit(
    { features: tableOf({ a: table.columns[0], b: table.columns[1] }), label },
    { C: Infinity },
  );
  near(report.coefficients[0].raw, without.report.coefficients[0].raw, 1e-8);
  near(report.coefficients[3].rawError, without.report.coefficients[1].rawError, 1e-8);
  near(report.intercept, without.report.intercept, 1e-8);
  near(report.interceptError, without.report.interceptError, 1e-8);
});

test("a missing value counts as the mean, in the fit and after it", async () => {
  const holes = Float64Array.from(table.columns[0], (value, i) => (i % 5 === 0 ? NaN : value));
  const known = holes.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const model = await fit({ features: tableOf({ a: holes, b: table.columns[1] }), label });
  assert.equal(model.report.coefficients[0].missing, 12);
  const [missing, atMean] = model.predictProbability(tableOf({ a: [NaN, mean], b: [3, 3] }));
  near(missing, atMean, 1e-12);
});

test("an artefact gives the same predictions back, whatever the table's order", async () => {
  const model = await fit({ features: table, label }, { C: Infinity });
  const artefact = model.toArtefact();
  const loaded = loadClassifier({
    ...artefact,
    header: JSON.parse(JSON.stringify(artefact.header)) as Record<string, unknown>,
  });
  const reordered = tableOf({
    c: table.columns[2],
    more: table.columns[0],
    b: table.columns[1],
    a: table.columns[0],
  });
  assert.deepEqual(loaded.predictProbability(reordered), model.predictProbability(table));
  assert.deepEqual((loaded as LogisticRegressionClassifier).report, model.report);
  assert.throws(() => model.predictProbability(tableOf({ a: [1] })), /fitted on the feature "b"/);
});

test("bad input has a defined outcome", async () => {
  const data = { features: tableOf({ x: [1, 2] }), label: Uint8Array.of(0, 1) };
  await assert.rejects(fit({ ...data, label: Uint8Array.of(1, 1) }), /needs both classes.*label 1/);
  await assert.rejects(
    fit({ ...data, weight: Float64Array.of(0, 0) }),
    /weights of all 2 rows are zero/,
  );
  await assert.rejects(fit({ ...data, weight: Float64Array.of(1, -1) }), /row 1 has weight -1/);
  await assert.rejects(
    fit({ ...data, features: tableOf({ x: [1, Infinity] }) }),
    /feature "x" is Infinity in row 1/,
  );
  await assert.rejects(fit({ ...data, label: Uint8Array.of(0) }), /1 labels for 2 rows/);
  await assert.rejects(fit({ features: tableOf({ x: [] }), label: new Uint8Array(0) }), /no rows/);
  await assert.rejects(fit(data, { C: 0 }), /C is the inverse/);
  const wide = Object.fromEntries(Array.from({ length: 2001 }, (_, f) => [`f${f}`, [f, 1]]));
  await assert.rejects(fit({ ...data, features: tableOf(wide) }), /at most 2000 features/);
});
