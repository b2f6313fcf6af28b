import { test } from "node:test";
import assert from "node:assert/strict";
import { lookupImportance, type Input } from "lib/preflight";
import { createRandom } from "lib/statistics";

/**
 * Rows of three inputs with two, three and two values; the label is 1 with a probability that
 * depends on the first two.
 */
function table(
  rowCount: number,
  probability: (a: number, b: number) => number,
): { inputs: Input[]; label: Uint8Array; half: Uint8Array } {
  const random = createRandom("table");
  const columns = [2, 3, 2].map((levels) =>
    Float64Array.from({ length: rowCount }, () => random.integer(levels)),
  );
  const label = Uint8Array.from({ length: rowCount }, (_, row) =>
    Number(random.uniform() < probability(columns[0][row], columns[1][row])),
  );
  return {
    inputs: columns.map((values, i) => ({ name: "abc"[i], values })),
    label,
    half: Uint8Array.from({ length: rowCount }, () => random.integer(2)),
  };
}

test("a label that is one input: it has all the importance, half the accuracy is lost without it", () => {
  const { inputs, label, half } = table(20_000, (a) => a);
  const { accuracy, inputs: found } = lookupImportance(inputs, label, half);
  assert.equal(accuracy, 1);
  assert.deepEqual(
    found.map(({ share }) => share),
    [1, 0, 0],
  );
  assert.ok(Math.abs(found[0].drop - 0.5) < 0.001);
});

test("the expected drop is that of many real shuffles", () => {
  // Two inputs that matter, the second through an interaction with the first.
  const { inputs, label, half } = table(4000, (a, b) => (a === 1 ? [0.1, 0.9, 0.8][b] : 0.2));
  const { accuracy, inputs: found } = lookupImportance(inputs, label, half);
  const [a, b] = inputs.map(({ values }) => values);
  const random = createRandom("shuffles");
  const answers = [0, 1].map((test) => {
    const balance = new Float64Array(6);
    label.forEach((y, row) => half[row] !== test && (balance[a[row] * 3 + b[row]] += 2 * y - 1));
    return balance.map((sum) => Number(sum > 0));
  });
  // Shuffled within the half that is judged, by brute force.
  const halves = [0, 1].map((test) =>
    Uint32Array.from(label.keys()).filter((row) => half[row] === test),
  );
  const accuracyWith = (shuffled: number | null): number =>
    halves.reduce((sum, rows, test) => {
      const order = shuffled === null ? rows : random.shuffle(rows.slice());
      const right = rows.reduce(
        (n, row, i) =>
          n +
          Number(
            answers[test][
              (shuffled === 0 ? a[order[i]] : a[row]) * 3 + (shuffled === 1 ? b[order[i]] : b[row])
            ] === label[row],
          ),
        0,
      );
      return sum + right / rows.length / 2;
    }, 0);
  assert.ok(Math.abs(accuracy - accuracyWith(null)) < 1e-12);
  for (const input of [0, 1]) {
    const repeats = 300;
    const drops = Array.from({ length: repeats }, () => accuracy - accuracyWith(input));
    const mean = drops.reduce((sum, drop) => sum + drop, 0) / repeats;
    const sd = Math.sqrt(drops.reduce((sum, drop) => sum + (drop - mean) ** 2, 0) / repeats);
    assert.ok(
      Math.abs(found[input].drop - mean) < (4 * sd) / Math.sqrt(repeats),
      `input ${input}: ${found[input].drop}, shuffled ${mean}`,
    );
  }
  assert.equal(found[2].drop, 0);
  assert.ok(Math.abs(found.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-12);
});

test("labels that no input tells: nothing matters", () => {
  const { inputs, label, half } = table(2000, () => 1);
  assert.ok(
    lookupImportance(inputs, label, half).inputs.every(
      ({ drop, share }) => drop === 0 && Number.isNaN(share),
    ),
  );
});
