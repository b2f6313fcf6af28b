import {
  barChart,
  beeswarm,
  boxChart,
  confusionMatrix,
  heatMap,
  histogram,
  intervalChart,
  lineChart,
  scatterChart,
  waterfall,
  type Figure,
} from "lib/display";

export const text = { title: "Title", xTitle: "size (KiB)", yTitle: "time (ms)" };

/** One of each kind. */
export const CHARTS: Record<string, Figure> = {
  bars: barChart(
    ["a", "b"],
    [
      { name: "Lambda", values: [1, 2], low: [0.5, 1.5], high: [2, 3] },
      { name: "ECS", values: [2, 1] },
    ],
    text,
    { references: [{ name: "floor", value: 1.5 }] },
  ),
  lyingBars: barChart(["a long name of a group", "b"], [{ name: "x", values: [1, 2] }], text, {
    horizontal: true,
    log: true,
  }),
  lines: lineChart(
    [1, 10, 100],
    [{ name: "x", values: [1, 2, 3], low: [0, 1, 2], high: [2, 3, 4] }],
    text,
    { logX: true },
  ),
  intervals: intervalChart(
    ["forest", "network"],
    [0.7, 0.6].map((estimate) => ({
      estimate,
      low: estimate - 0.1,
      high: estimate + 0.05,
      level: 0.95,
    })),
    text,
    { references: [{ name: "ceiling", value: 0.72 }] },
  ),
  heat: heatMap(
    ["r0", "r1"],
    ["c0", "c1"],
    [
      [0, 0.5],
      [NaN, 1],
    ],
    text,
  ),
  confusion: confusionMatrix(
    ["ECS", "Lambda"],
    [
      [30, 10],
      [0, 60],
    ],
    text,
  ),
  boxes: boxChart(
    [{ name: "Lambda", boxes: [{ name: "a", p5: 1, p25: 2, p50: 3, p75: 4, p95: 50 }] }],
    text,
    { logY: true },
  ),
  histogram: histogram([{ name: "Lambda", values: [1, 2, 3, 4] }], text, { bins: 3 }),
  scatter: scatterChart({ x: [1, 2], y: [3, 4] }, text),
  swarm: beeswarm([{ name: "size", values: [1, 2, 2, 3], shades: [0, 0.5, 0.5, 1] }], text),
  waterfall: waterfall(
    { name: "base", value: 0.5 },
    [
      { name: "size", value: 0.2 },
      { name: "window", value: -0.4 },
    ],
    text,
  ),
};
