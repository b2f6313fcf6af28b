import { isMarkedSimulated } from "../requests/index.js";
import { InputError } from "../statistics/index.js";
import { legendRows } from "./legend-rows.js";
import { fitXLabels, fitYLabels, tiltedReach } from "./axis-labels.js";
import { rowsOf, type ColumnName, type TableLike } from "./table-like.js";
import { FONT, GRID, INK, PAPER } from "./theme.js";

/**
 * A Plotly figure: what the interactive output, the static picture and the file for the thesis are
 * all made from.
 */
export interface Figure {
  data: Record<string, unknown>[];
  layout: Record<string, unknown>;
}

/** What every picture says of itself. Axis titles carry their unit. */
export interface FigureText {
  title: string;
  xTitle: string;
  yTitle: string;
  /**
   * Printed under the title when the numbers are not measured; as `markSimulated` said, unless
   * given.
   */
  simulated?: boolean;
}

/** `meta` of a trace that only draws what another one holds the data of. */
export const DRAWING = "drawing";

export const FIGURE_WIDTH = 760;
export const FIGURE_HEIGHT = 420;

const FONT_SIZE = 13;
const RIGHT = 24;
/** Height of a row of the legend, px. */
const LEGEND_ROW = 19;

/** Which columns of a table are drawn. */
export interface DrawnTable<Row extends object> {
  /** Rows, an Arquero table or a danfo frame. */
  from: TableLike<Row>;
  x: ColumnName<Row>;
  y: ColumnName<Row>;
  /** One trace for each value of this column, in the order in which they first stand there. */
  by?: ColumnName<Row>;
  /** What Plotly is told of each trace: `{ type: "bar" }`. Points unless given. */
  as?: Record<string, unknown>;
}

/**
 * A figure in the house style, of Plotly's traces or of a table's columns. `layout` adds to it; its
 * axes are merged into the styled ones. Margins are computed here from the words to be printed:
 * Plotly's own fitting needs a browser's layout, which the static picture is made without. Throws
 * an InputError for a column that the table has not, with those there are.
 */
export function makeFigure<Row extends object>(
  drawn: Record<string, unknown>[] | DrawnTable<Row>,
  text: FigureText,
  layout: Record<string, unknown> = {},
): Figure {
  const data = Array.isArray(drawn) ? drawn : tracesOf(drawn);
  const named = !Array.isArray(drawn) && drawn.by !== undefined;
  const { xaxis, yaxis, ...rest }: Record<string, unknown> = {
    ...(named && { showlegend: true }),
    ...layout,
  };
  const { simulated = isMarkedSimulated() } = text;
  const legend = rest.showlegend === true;
  const top = simulated ? 74 : 56;
  const xLabels = labelsOf(data, "x", xaxis);
  const yLabels = labelsOf(data, "y", yaxis);
  const yFit = fitYLabels(yLabels, FONT_SIZE);
  const beforeTilt = 58 + Math.max(34, yFit.room);
  const xFit = fitXLabels(xLabels, FONT_SIZE, FIGURE_WIDTH - RIGHT - beforeTilt);
  const left = Math.max(beforeTilt, tiltedReach(xFit, xLabels, FONT_SIZE));
  const shapes = (rest.shapes ?? []) as readonly Record<string, unknown>[];
  const legendRoom = legend
    ? LEGEND_ROW * (legendRows([...data, ...shapes], FONT_SIZE, FIGURE_WIDTH - RIGHT - left) - 1)
    : 0;
  const room = Math.ceil(xFit.room) + legendRoom;
  const height = ((rest.height as number | undefined) ?? FIGURE_HEIGHT) + room;
  const axis = (title: string, own: unknown): Record<string, unknown> => ({
    title: { text: title, standoff: 10, font: { size: FONT_SIZE } },
    gridcolor: GRID,
    zerolinecolor: GRID,
    linecolor: INK,
    ticks: "outside",
    ...(own as Record<string, unknown> | undefined),
  });
  const subtitle = simulated
    ? `<br><span style="font-size:12px;color:#8A5A00">simulated</span>`
    : "";
  return {
    data,
    layout: {
      title: { text: `${text.title}${subtitle}`, x: 0.02, xanchor: "left", font: { size: 16 } },
      font: { family: FONT, size: FONT_SIZE, color: INK },
      paper_bgcolor: PAPER,
      plot_bgcolor: PAPER,
      width: FIGURE_WIDTH,
      margin: {
        l: Math.ceil(left),
        r: RIGHT,
        t: top,
        b: (legend ? 92 : 60) + room,
        autoexpand: false,
      },
      legend: { orientation: "h", yref: "container", y: 0.01, yanchor: "bottom", x: 0 },
      hovermode: "closest",
      xaxis: axis(text.xTitle, { ...xFit.axis, ...(xaxis as object | undefined) }),
      yaxis: axis(text.yTitle, { ...yFit.axis, ...(yaxis as object | undefined) }),
      ...rest,
      height,
    },
  };
}

function tracesOf<Row extends object>({
  from,
  x,
  y,
  by,
  as = { mode: "markers" },
}: DrawnTable<Row>): Record<string, unknown>[] {
  const rows = rowsOf(from) as readonly Record<string, unknown>[];
  for (const name of [x, y, by])
    if (name !== undefined && rows.length > 0 && !rows.some((row) => name in row))
      throw new InputError(
        `no row has the column "${name}"; there are ` +
          [...new Set(rows.flatMap((row) => Object.keys(row)))].join(", "),
      );
  const parts = new Map<unknown, Record<string, unknown>[]>();
  for (const row of rows) {
    const part = by === undefined ? null : row[by];
    const own = parts.get(part);
    if (own) own.push(row);
    else parts.set(part, [row]);
  }
  return [...parts].map(([part, own]) => ({
    ...as,
    ...(by !== undefined && { name: String(part) }),
    x: own.map((row) => row[x]),
    y: own.map((row) => row[y]),
  }));
}

/**
 * The words along an axis: the ticks' own, or the categories among the data. Numbers are left to
 * Plotly.
 */
function labelsOf(
  data: readonly Record<string, unknown>[],
  letter: "x" | "y",
  axis: unknown,
): string[] {
  const { ticktext } = (axis ?? {}) as { ticktext?: readonly string[] };
  if (ticktext)
    return letter === "y" || (axis as { type?: string }).type !== "log" ? [...ticktext] : [];
  return [
    ...new Set(
      data.flatMap((trace) =>
        Array.isArray(trace[letter])
          ? (trace[letter] as unknown[]).filter(
              (label): label is string => typeof label === "string",
            )
          : [],
      ),
    ),
  ];
}
