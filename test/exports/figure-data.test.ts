import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { figureCsv } from "lib/exports";
import { CHARTS } from "../display/every-chart.js";

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

test("error bars, words of ticks and lines across the plot stand beside the marks", () => {
  const csv = figureCsv({
    data: [
      {
        type: "scatter",
        name: "saved<br><b>time</b>",
        x: [1.5, -2],
        y: [0, 1],
        error_x: { type: "data", array: [0.5, 1], arrayminus: [0.25, 2] },
      },
    ],
    layout: {
      xaxis: { title: { text: "time (ms)" } },
      yaxis: { title: { text: "policy" }, tickvals: [0, 1], ticktext: ["router", "=always"] },
      shapes: [{ type: "line", name: "floor", x0: 3, x1: 3, y0: 0, y1: 1, yref: "paper" }],
    },
  });
  assert.deepEqual(rowsOf(csv), [
    {
      series: "saved time",
      "x: time (ms)": "1.5",
      "x: time (ms): error above": "0.5",
      "x: time (ms): error below": "0.25",
      "y: policy": "0",
      "y: policy (in words)": "router",
    },
    {
      series: "saved time",
      "x: time (ms)": "-2",
      "x: time (ms): error above": "1",
      "x: time (ms): error below": "2",
      "y: policy": "1",
      "y: policy (in words)": "'=always",
    },
    ...[1, 2].map(() => ({
      series: "floor",
      "x: time (ms)": "3",
      "x: time (ms): error above": "",
      "x: time (ms): error below": "",
      "y: policy": "",
      "y: policy (in words)": "",
    })),
  ]);
});

test("a heat map gives a row a cell, with the number that its colour stands for", () => {
  const rows = rowsOf(figureCsv(CHARTS.heat));
  assert.deepEqual(
    rows.map((row) => [row["x: size (KiB) (in words)"], row["y: time (ms) (in words)"], row.value]),
    [
      ["c0", "r0", "0"],
      ["c1", "r0", "0.5"],
      ["c1", "r1", "1"],
    ],
  );
});

test("a line's limits are told from the line", () => {
  const rows = rowsOf(figureCsv(CHARTS.lines));
  const valuesOf = (series: string): string[] =>
    rows.filter((row) => row.series === series).map((row) => row["y: time (ms)"]);
  assert.deepEqual(valuesOf("x"), ["1", "2", "3"]);
  assert.deepEqual(valuesOf("x: limits, upper ones first"), ["2", "3", "4", "2", "1", "0"]);
});

test("every chart of the house gives data for each of its series", () => {
  for (const [name, figure] of Object.entries(CHARTS)) {
    const rows = rowsOf(figureCsv(figure));
    const series = new Set(rows.map((row) => row.series));
    const drawn = figure.data.filter((trace) => trace.hoverinfo !== "skip");
    assert.ok(rows.length > 0 && series.size >= Math.min(1, drawn.length), name);
    assert.ok(
      rows.some((row) => Object.entries(row).some(([key, v]) => key !== "series" && v !== "")),
      name,
    );
  }
});
