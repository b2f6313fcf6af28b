import assert from "node:assert/strict";
import { test } from "node:test";
import {
  barChart,
  beeswarm,
  histogram,
  lineChart,
  PLATFORM_COLOURS,
  scatterChart,
  WORKLOAD_COLOURS,
  type Figure,
} from "lib/display";
import { createRandom } from "lib/statistics";
import { CHARTS, text } from "./every-chart.js";

type Trace = Record<string, unknown> & { x: number[]; y: number[]; marker: { color: string } };
const traces = (figure: Figure): Trace[] => figure.data as Trace[];
type Axis = { title: { text: string }; tickvals: number[]; ticktext: string[] };
const axes = (figure: Figure): { x: Axis; y: Axis } => ({
  x: figure.layout.xaxis as Axis,
  y: figure.layout.yaxis as Axis,
});

test("every chart names its axes and says when its numbers are simulated", () => {
  for (const [name, figure] of Object.entries(CHARTS)) {
    assert.notEqual(axes(figure).x.title.text, "", name);
    assert.notEqual(axes(figure).y.title.text, "", name);
    assert.doesNotMatch(JSON.stringify(figure.layout.title), /simulated/, name);
  }
  assert.match(
    JSON.stringify(
      barChart(["a"], [{ name: "x", values: [1] }], { ...text, simulated: true }).layout.title,
    ),
    /simulated/,
  );
});

test("a platform and a workload have one colour in every chart", () => {
  for (const figure of [
    CHARTS.bars,
    histogram([{ name: "Lambda", values: [1, 2] }], text),
    CHARTS.boxes,
  ])
    assert.match(JSON.stringify(traces(figure)[0]), new RegExp(PLATFORM_COLOURS.lambda));
  assert.equal(traces(CHARTS.bars)[1].marker.color, PLATFORM_COLOURS.ecs);
  assert.equal(
    traces(barChart(["a"], [{ name: "heavy_processing", values: [1] }], text))[0].marker.color,
    WORKLOAD_COLOURS.heavy_processing,
  );
  assert.equal(
    new Set([...Object.values(PLATFORM_COLOURS), ...Object.values(WORKLOAD_COLOURS)]).size,
    6,
  );
});

test("whiskers reach from the low to the high limit", () => {
  const { array, arrayminus } = traces(CHARTS.bars)[0].error_y as {
    array: number[];
    arrayminus: number[];
  };
  assert.deepEqual(array, [1, 1]);
  assert.deepEqual(arrayminus, [0.5, 0.5]);
});

test("a histogram's bins hold the shares that counting gives", () => {
  const random = createRandom(1);
  const values = Array.from({ length: 500 }, () => Math.exp(4 * random.uniform()));
  for (const logX of [false, true]) {
    const [trace] = traces(histogram([{ name: "x", values }], text, { bins: 12, logX }));
    assert.equal(trace.x.length, 13);
    for (let bin = 0; bin < 12; bin++) {
      const last = bin === 11;
      const counted = values.filter(
        (value) =>
          value >= trace.x[bin] &&
          (value < trace.x[bin + 1] || (last && value <= trace.x[bin + 1] * (1 + 1e-12))),
      ).length;
      assert.ok(
        Math.abs(trace.y[bin] - counted / values.length) < 1e-12,
        `bin ${bin}, logX ${logX}`,
      );
    }
  }
});

test("a histogram over powers of ten says what it leaves out", () => {
  const figure = histogram([{ name: "x", values: [0, -1, 1, 10] }], text, { logX: true });
  assert.match(JSON.stringify(figure.layout.title), /2 values left out/);
});

test("thinned points keep the extremes and say how many they are", () => {
  const values = Float64Array.from({ length: 5000 }, (_, i) => (i * 7919) % 5000);
  const swarm = beeswarm([{ name: "a", values }], text, { maxPoints: 100 });
  assert.equal(traces(swarm)[0].x.length, 100);
  assert.deepEqual([Math.min(...traces(swarm)[0].x), Math.max(...traces(swarm)[0].x)], [0, 4999]);
  assert.match(JSON.stringify(swarm.layout.title), /100 of 5000 points drawn/);
  const scatter = scatterChart(
    {
      x: values,
      y: values,
      colour: Array.from(values, (value) => (value > 2500 ? "#ff0000" : "#00ff00")),
    },
    text,
    { maxPoints: 50 },
  );
  const [{ x, marker }] = traces(scatter);
  assert.equal(x.length, 50);
  x.forEach((value, i) =>
    assert.equal((marker.color as unknown as string[])[i], value > 2500 ? "#ff0000" : "#00ff00"),
  );
});

test("a waterfall's steps end at the sum", () => {
  const [trace] = traces(CHARTS.waterfall);
  assert.deepEqual(trace.base, [0, 0.5, 0.7, 0]);
  assert.ok(Math.abs(trace.x[3] - 0.3) < 1e-12);
  assert.deepEqual(trace.text, ["0.500", "+0.200", "−0.400", "0.300"]);
});

test("a confusion matrix prints counts with their share of the true class", () => {
  assert.deepEqual(traces(CHARTS.confusion)[1].text, [
    "30<br>75.0 %",
    "10<br>25.0 %",
    "0<br>0.0 %",
    "60<br>100.0 %",
  ]);
});

test("a heat map leaves missing cells blank", () => {
  const [cells, printed] = traces(CHARTS.heat);
  assert.deepEqual(printed.text, ["0.00", "0.50", "1.00"]);
  assert.deepEqual(
    [cells.x, printed.y],
    [
      [0, 1, 1],
      [0, 0, 1],
    ],
  );
});

test("ticks of powers of ten are written out and cover the values", () => {
  const { tickvals, ticktext } = axes(CHARTS.boxes).y;
  assert.deepEqual(tickvals, [1, 2, 5, 10, 20, 50, 100, 200, 500].slice(0, tickvals.length));
  assert.ok(tickvals[0] <= 1 && tickvals[tickvals.length - 1] >= 50);
  assert.equal(
    axes(lineChart([1, 1e6], [{ name: "x", values: [1, 2] }], text, { logX: true })).x.ticktext.at(
      -1,
    ),
    "1,000,000",
  );
  assert.equal(ticktext.length, tickvals.length);
});

test("words at the ticks get the room they need", () => {
  const bars = (
    names: string[],
    horizontal = false,
  ): {
    height: number;
    margin: { l: number; b: number };
    xaxis: { tickangle?: number };
    yaxis: { ticktext?: string[] };
  } =>
    barChart(names, [{ name: "x", values: names.map(() => 1) }], text, { horizontal })
      .layout as ReturnType<typeof bars>;
  const few = bars(["a", "b"]);
  const many = bars(Array.from({ length: 20 }, (_, i) => `early_morning burst_load ${i}`));
  assert.equal(few.xaxis.tickangle, 0);
  assert.equal(many.xaxis.tickangle, -40);
  assert.ok(many.margin.b > few.margin.b + 80);
  // What the words take is added to the picture, not taken from the plot.
  assert.equal(many.height - many.margin.b, few.height - few.margin.b);
  const long = bars(["cost model: allocated task-hours instead of busy task-time"], true);
  assert.deepEqual(long.yaxis.ticktext, [
    "cost model: allocated task-hours<br>instead of busy task-time",
  ]);
  assert.ok(long.margin.l > bars(["short"], true).margin.l + 80);
});
