import { makeFigure, type Figure, type FigureText } from "../figure.js";
import { allValues, logAxis } from "./axes.js";
import { referenceLines, seriesColour, type ReferenceLine, type Series } from "./series.js";

export interface LineOptions {
  /** d3 format of the y axis, e.g. ".0%". */
  format?: string;
  logX?: boolean;
  logY?: boolean;
  references?: readonly ReferenceLine[];
}

/** Lines over a numeric axis, with bands where a series has intervals. */
export function lineChart(
  x: ArrayLike<number>,
  series: readonly Series[],
  text: FigureText,
  options: LineOptions = {},
): Figure {
  const { format = "", logX, logY, references = [] } = options;
  const xs = Array.from(x);
  const data = series.flatMap((one, s): Record<string, unknown>[] => {
    const color = seriesColour(one, s);
    const line = {
      type: "scatter",
      mode: "lines+markers",
      name: one.name,
      x: xs,
      y: Array.from(one.values),
      line: { color, width: 2 },
      marker: { size: 5 },
    };
    if (!one.low || !one.high) return [line];
    // One closed outline: along the upper limits and back along the lower ones.
    const band = {
      type: "scatter",
      mode: "lines",
      // Its name in the figure's data; a name proper would stand in the legend.
      meta: `${one.name}: limits, upper ones first`,
      x: [...xs, ...[...xs].reverse()],
      y: [...Array.from(one.high), ...Array.from(one.low).reverse()],
      fill: "toself",
      fillcolor: `${color}2E`,
      line: { width: 0 },
      hoverinfo: "skip",
      showlegend: false,
    };
    return [band, line];
  });
  return makeFigure(data, text, {
    showlegend: series.length > 1 || references.length > 0,
    shapes: referenceLines(references, "y"),
    xaxis: logX ? logAxis(xs) : {},
    yaxis: logY ? logAxis(allValues(series)) : { tickformat: format },
  });
}
