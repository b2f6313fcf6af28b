import { makeFigure, type Figure, type FigureText } from "../figure.js";
import { logAxis } from "./axes.js";
import { seriesColour } from "./series.js";

/**
 * What a box plot needs of a group: its quantiles, computed elsewhere by the project's own
 * definition.
 */
export interface BoxSummary {
  name: string;
  p5: number;
  p25: number;
  p50: number;
  p75: number;
  p95: number;
}

export interface BoxSeries {
  name: string;
  colour?: string;
  boxes: readonly BoxSummary[];
}

/**
 * Box plots from quantiles: box p25-p75, line p50, whiskers p5-p95. Groups of one series share a
 * colour.
 */
export function boxChart(
  series: readonly BoxSeries[],
  text: FigureText,
  options: { logY?: boolean } = {},
): Figure {
  const data = series.map((one, s) => ({
    type: "box",
    name: one.name,
    x: one.boxes.map((box) => box.name),
    lowerfence: one.boxes.map((b) => b.p5),
    q1: one.boxes.map((b) => b.p25),
    median: one.boxes.map((b) => b.p50),
    q3: one.boxes.map((b) => b.p75),
    upperfence: one.boxes.map((b) => b.p95),
    marker: { color: seriesColour(one, s) },
    boxpoints: false,
  }));
  const values = series.flatMap(({ boxes }) => boxes.flatMap((box) => [box.p5, box.p95]));
  return makeFigure(data, text, {
    boxmode: "group",
    showlegend: series.length > 1,
    xaxis: { type: "category", showgrid: false },
    yaxis: options.logY ? logAxis(values) : {},
  });
}
