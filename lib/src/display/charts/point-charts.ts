import { makeFigure, type Figure, type FigureText } from "../figure.js";
import { mixColours, SERIES_COLOURS } from "../theme.js";
import { logAxis } from "./axes.js";

/** Points of one colour or of one colour each. */
export interface Points {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  name?: string;
  colour?: string | readonly string[];
}

export interface ScatterOptions {
  /** Diameter in px. */
  size?: number;
  opacity?: number;
  logX?: boolean;
  logY?: boolean;
  /**
   * Points drawn of all groups together, evenly spread over the given order; the title says so. 400
   * unless given.
   */
  maxPoints?: number;
}

/** Points, thinned to a number that a page can carry. */
export function scatterChart(
  points: Points | readonly Points[],
  text: FigureText,
  options: ScatterOptions = {},
): Figure {
  const { size = 5, opacity = 0.7, logX, logY, maxPoints = 400 } = options;
  const groups = Array.isArray(points) ? (points as readonly Points[]) : [points as Points];
  const total = groups.reduce((sum, { x }) => sum + x.length, 0);
  const step = Math.max(1, total / maxPoints);
  const drawn = groups.map(({ x, y, colour }, g) => {
    const kept = spread(x.length, step);
    return {
      x: kept.map((i) => x[i]),
      y: kept.map((i) => y[i]),
      color:
        typeof colour === "object"
          ? kept.map((i) => colour[i])
          : (colour ?? SERIES_COLOURS[g % SERIES_COLOURS.length]),
    };
  });
  const data = drawn.map(({ x, y, color }, g) => ({
    type: "scatter",
    mode: "markers",
    name: groups[g].name ?? "",
    x,
    y,
    marker: { size, opacity, color },
  }));
  return makeFigure(
    data,
    {
      ...text,
      title:
        text.title +
        ofAll(
          drawn.reduce((sum, { x }) => sum + x.length, 0),
          total,
        ),
    },
    {
      showlegend: groups.length > 1,
      xaxis: logX ? logAxis(drawn.flatMap(({ x }) => x)) : {},
      yaxis: logY ? logAxis(drawn.flatMap(({ y }) => y)) : {},
    },
  );
}

/**
 * One row of a beeswarm: a value a point, and optionally where each point's own feature lies
 * between its least (0) and greatest (1) value.
 */
export interface Swarm {
  name: string;
  values: ArrayLike<number>;
  shades?: ArrayLike<number>;
}

const LOW_SHADE = "#56B4E9";
const HIGH_SHADE = "#B3261E";

/**
 * Points in rows, pushed apart where they are many: how a feature's Shapley values lie over the
 * requests. Rows are thinned along their sorted values, so that the extremes stay.
 */
export function beeswarm(
  rows: readonly Swarm[],
  text: FigureText,
  options: { maxPoints?: number } = {},
): Figure {
  const { maxPoints = 400 } = options;
  const total = rows.reduce((sum, { values }) => sum + values.length, 0);
  const step = Math.max(1, total / maxPoints);
  const all = rows.flatMap(({ values }) => Array.from(values));
  const low = Math.min(...extent(all));
  const high = Math.max(...extent(all));
  const x: number[] = [];
  const y: number[] = [];
  const color: string[] = [];
  const names: string[] = [];
  const drawnShades: number[] = [];
  rows.forEach(({ name, values, shades }, r) => {
    const order = Array.from({ length: values.length }, (_, i) => i).sort(
      (a, b) => values[a] - values[b] || a - b,
    );
    const offset = pushApart(high - low);
    for (const at of spread(order.length, step)) {
      const i = order[at];
      x.push(values[i]);
      y.push(r + offset(values[i]));
      names.push(name);
      if (shades) drawnShades.push(shades[i]);
      color.push(
        shades
          ? mixColours(LOW_SHADE, HIGH_SHADE, Math.min(1, Math.max(0, shades[i])))
          : SERIES_COLOURS[0],
      );
    }
  });
  const shaded = rows.some(({ shades }) => shades)
    ? " · blue: low value of the feature, red: high"
    : "";
  const marker = { size: 5, opacity: 0.75, color };
  // What a point stands for, for the figure's data; rows without shades would shift them.
  const customdata = drawnShades.length === x.length ? { customdata: drawnShades } : {};
  return makeFigure(
    [{ type: "scatter", mode: "markers", x, y, text: names, ...customdata, marker }],
    { ...text, title: text.title + ofAll(x.length, total), xTitle: text.xTitle + shaded },
    {
      showlegend: false,
      yaxis: {
        tickmode: "array",
        tickvals: rows.map((_, r) => r),
        ticktext: rows.map(({ name }) => name),
        range: [rows.length - 0.5, -0.5],
        zeroline: false,
      },
      height: Math.max(280, 140 + 40 * rows.length),
    },
  );
}

/** Every `step`th of `length` places, the first and the last among them. */
function spread(length: number, step: number): number[] {
  const count = Math.min(length, Math.max(2, Math.round(length / step)));
  return Array.from({ length: count }, (_, i) =>
    count === 1 ? 0 : Math.round((i * (length - 1)) / (count - 1)),
  );
}

/**
 * Gives each next value of a row the free place nearest to the middle line, up and down in turn.
 */
function pushApart(range: number): (value: number) => number {
  const BINS = 90;
  const STEP = 0.055;
  const taken = new Map<number, number>();
  return (value) => {
    const bin = range > 0 ? Math.round((value / range) * BINS) : 0;
    const place = taken.get(bin) ?? 0;
    taken.set(bin, place + 1);
    return Math.min(0.42, Math.ceil(place / 2) * STEP) * (place % 2 === 0 ? 1 : -1);
  };
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

function ofAll(drawn: number, total: number): string {
  return drawn < total ? ` (${drawn} of ${total} points drawn)` : "";
}
