import assert from "node:assert/strict";
import { test } from "node:test";
import { intervalChart, lineChart } from "lib/display";

test("a legend that needs more rows gets more room below, and the plot keeps its height", () => {
  const values = [{ estimate: 0.5, low: 0.4, high: 0.6, level: 0.95 }];
  const text = { title: "T", xTitle: "x", yTitle: "y" };
  const room = (names: string[]): { height: number; below: number } => {
    const { layout } = intervalChart(["a"], values, text, {
      references: names.map((name, n) => ({ name, value: n })),
    });
    return { height: layout.height as number, below: (layout.margin as { b: number }).b };
  };
  const one = room(["floor"]);
  const many = room([
    "the best lookup of one column, 69.4 %",
    "the best that any model can reach, 69.8 %",
    "always the larger class, 64.8 %",
  ]);
  assert.ok(many.below >= one.below + 19 && many.height - many.below === one.height - one.below);
  const two = lineChart(
    [1, 2],
    [
      { name: "a", values: [1, 2] },
      { name: "b", values: [2, 1] },
    ],
    text,
  );
  assert.equal((two.layout.margin as { b: number }).b, one.below);
});
