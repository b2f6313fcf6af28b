import { DRAWING, type Figure } from "../display/index.js";
import { csvField, csvOf } from "./csv-text.js";

type Fields = Record<string, unknown>;
type Value = string | number | boolean | null;

/** A row of a figure's data: one mark, by the headings it has a value for. */
type Row = Map<string, Value>;

/**
 * What a Plotly figure draws, as CSV: a row a mark, in the order of its series. Columns are named
 * by the axes' titles with their units; error bars stand as their two lengths, a box plot's
 * quantiles by their names, the number of a coloured cell or point as its value, a line drawn
 * across the plot as its two ends. Columns that no mark has are left out.
 */
export function figureCsv({ data, layout }: Pick<Figure, "data" | "layout">): string {
  const shapes = (layout.shapes ?? []) as readonly Fields[];
  const rows = [
    ...data
      .filter(({ meta }) => meta !== DRAWING)
      .flatMap((trace, at) => traceRows(trace, layout, `series ${at + 1}`)),
    ...shapes.flatMap((shape, at) => shapeRows(shape, layout, `line ${at + 1}`)),
  ];
  const headings = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return csvOf(
    headings,
    rows.map((row) => headings.map((heading) => csvField(row.get(heading)))),
  );
}

/** Fields of a box plot that hold one number a box. */
const BOX_FIELDS = ["lowerfence", "q1", "median", "q3", "upperfence", "mean", "sd"];

function traceRows(trace: Fields, layout: Fields, fallback: string): Row[] {
  const series = plain(trace.name) || plain(trace.meta) || fallback;
  const [x, y] = [axisOf(trace, layout, "x"), axisOf(trace, layout, "y")];
  const lists = BOX_FIELDS.map((field) => [field, listOf(trace[field])] as const);
  const [xs, ys] = [listOf(trace.x), listOf(trace.y)];
  const texts = listOf(trace.text);
  const values = listOf(trace.customdata);
  const length = Math.max(xs.length, ys.length, ...lists.map(([, list]) => list.length));
  return Array.from({ length }, (_, i) => {
    const row: Row = new Map([["series", series]]);
    for (const [axis, values] of [
      [x, xs],
      [y, ys],
    ] as const) {
      if (i < values.length) putPlace(row, axis, values[i]);
      putErrors(row, axis, trace[`error_${axis.letter}`], i);
    }
    for (const [field, list] of lists) if (i < list.length) row.set(field, list[i]);
    if (i < values.length) row.set("value", values[i]);
    if (i < texts.length) row.set("text", plain(texts[i]));
    return row;
  });
}

function shapeRows(shape: Fields, layout: Fields, fallback: string): Row[] {
  if (shape.type !== "line") return [];
  const series = plain(shape.name) || fallback;
  const [x, y] = [axisOf({}, layout, "x"), axisOf({}, layout, "y")];
  return ["0", "1"].map((end) => {
    const row: Row = new Map([["series", series]]);
    // An end in shares of the paper says nothing of the data.
    for (const axis of [x, y])
      if (!/paper|domain/.test(String(shape[`${axis.letter}ref`] ?? "")))
        putPlace(row, axis, shape[`${axis.letter}${end}`] as Value);
    return row;
  });
}

/** An axis as a heading, and the words at its places where it has words. */
interface Axis {
  letter: "x" | "y";
  heading: string;
  words: Map<unknown, string>;
}

function axisOf(trace: Fields, layout: Fields, letter: "x" | "y"): Axis {
  const name = String(trace[`${letter}axis`] ?? letter).replace(letter, `${letter}axis`);
  const axis = (layout[name] ?? {}) as {
    title?: { text?: string };
    tickvals?: readonly unknown[];
    ticktext?: readonly unknown[];
    type?: string;
  };
  const title = plain(axis.title?.text);
  const words = new Map<unknown, string>();
  // A log axis has words for its numbers ("1 k"); the numbers say it better.
  if (axis.type !== "log")
    axis.tickvals?.forEach((value, at) => words.set(value, plain(axis.ticktext?.[at])));
  return { letter, heading: title === "" ? letter : `${letter}: ${title}`, words };
}

function putPlace(row: Row, { heading, words }: Axis, value: Value): void {
  row.set(heading, typeof value === "string" ? plain(value) : value);
  const word = words.get(value);
  if (word !== undefined && word !== "") row.set(`${heading} (in words)`, word);
}

function putErrors(row: Row, { heading }: Axis, bars: unknown, at: number): void {
  const { array, arrayminus, visible } = (bars ?? {}) as {
    array?: unknown;
    arrayminus?: unknown;
    visible?: boolean;
  };
  if (visible === false) return;
  const up = listOf(array)[at];
  if (up === undefined) return;
  row.set(`${heading}: error above`, up);
  row.set(`${heading}: error below`, listOf(arrayminus)[at] ?? up);
}

const listOf = (value: unknown): readonly Value[] =>
  Array.isArray(value) ? (value as Value[]) : [];

/** Plotly's words without its tags and line breaks. */
function plain(text: unknown): string {
  return String(text ?? "")
    .replace(/<br\s*\/?>/g, " ")
    .replace(/<[^>]*>/g, "")
    .trim();
}
