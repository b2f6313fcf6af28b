import { DRAWING, makeFigure, type Figure, type FigureText } from "../figure.js";
import { formatNumber } from "../format.js";
import { mixColours } from "../theme.js";

export interface HeatOptions {
  /** Values that get the first and the last colour; 0 and 1 unless given. */
  low?: number;
  high?: number;
  /** What is written into a cell; two decimals unless given. */
  print?: (value: number, row: number, column: number) => string;
  from?: string;
  to?: string;
}

const DARK_SHARE = 0.6;
const CELL_WIDTH = 0.96;
const CELL_HEIGHT = 0.92;

/**
 * A table of shares or numbers as coloured cells with their values printed. Drawn as bars: heat
 * maps proper are smoothed by some viewers. NaN leaves a cell blank.
 */
export function heatMap(
  rows: readonly string[],
  columns: readonly string[],
  values: readonly ArrayLike<number>[],
  text: FigureText,
  options: HeatOptions = {},
): Figure {
  const {
    low = 0,
    high = 1,
    print = (value) => value.toFixed(2),
    from = "#F7F7F7",
    to = "#0B5394",
  } = options;
  const x: number[] = [];
  const y: number[] = [];
  const fill: string[] = [];
  const ink: string[] = [];
  const printed: string[] = [];
  const hover: string[] = [];
  const numbers: number[] = [];
  rows.forEach((row, r) =>
    columns.forEach((column, c) => {
      const value = values[r][c];
      if (Number.isNaN(value)) return;
      const share = high === low ? 0 : Math.min(1, Math.max(0, (value - low) / (high - low)));
      x.push(c);
      y.push(r);
      numbers.push(value);
      fill.push(mixColours(from, to, share));
      ink.push(share > DARK_SHARE ? "#FFFFFF" : "#222222");
      printed.push(print(value, r, c));
      hover.push(`${row}, ${column}: ${print(value, r, c).replace("<br>", " ")}`);
    }),
  );
  const data = [
    {
      type: "bar",
      x,
      base: y.map((row) => row - CELL_HEIGHT / 2),
      y: y.map(() => CELL_HEIGHT),
      width: CELL_WIDTH,
      meta: DRAWING,
      marker: { color: fill },
      hovertext: hover,
      hoverinfo: "text",
    },
    {
      type: "scatter",
      mode: "text",
      x,
      y,
      text: printed,
      customdata: numbers,
      textfont: { color: ink, size: 11 },
      hoverinfo: "skip",
    },
  ];
  const lines = Math.max(1, ...printed.map((label) => label.split("<br>").length));
  const axis = { tickmode: "array", showgrid: false, zeroline: false };
  return makeFigure(data, text, {
    barmode: "overlay",
    showlegend: false,
    xaxis: {
      ...axis,
      tickvals: columns.map((_, c) => c),
      ticktext: columns,
      range: [-0.5, columns.length - 0.5],
    },
    yaxis: {
      ...axis,
      tickvals: rows.map((_, r) => r),
      ticktext: rows,
      range: [rows.length - 0.5, -0.5],
    },
    height: Math.max(280, 150 + (10 + 14 * lines) * rows.length),
  });
}

/**
 * Counts of true (rows) against predicted (columns) classes, each with its share of the true class.
 * @param counts `counts[true][predicted]`
 */
export function confusionMatrix(
  classes: readonly string[],
  counts: readonly ArrayLike<number>[],
  text: Pick<FigureText, "title" | "simulated">,
): Figure {
  const shares = counts.map((row) => {
    const total = Array.from(row).reduce((sum, count) => sum + count, 0);
    return Array.from(row, (count) => (total === 0 ? 0 : count / total));
  });
  return heatMap(
    classes.map((name) => `true ${name}`),
    classes.map((name) => `predicted ${name}`),
    shares,
    { ...text, xTitle: "predicted class (requests)", yTitle: "true class" },
    {
      print: (share, row, column) =>
        `${formatNumber(counts[row][column], "count")}<br>${formatNumber(share, "share")}`,
    },
  );
}
