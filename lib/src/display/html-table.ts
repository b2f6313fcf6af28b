import { escapeHtml } from "./html.js";
import type { Column, LaidOut } from "./table.js";

type Cell = LaidOut["body"][number][number];

/** Text longer than this is broken into lines, whatever the page's own style for tables says. */
const LONG_TEXT = 40;

export const isNumeric = (format: Required<Column>["format"]): boolean =>
  format !== "text" && format !== "verdict";

/**
 * A table as HTML. A unit that all numbers of a column share stands in its heading, and an
 * interval below its estimate: a wide table stays within a page.
 */
export function htmlTable({ columns, body, caption, more }: LaidOut): string {
  const parts = columns.map(({ format }, c) =>
    columnParts(
      body.map((cells) => cells[c]),
      format,
    ),
  );
  const styles = parts.map(
    ({ numeric, long }) =>
      `text-align:${numeric ? "right" : "left"}` +
      (long ? ";white-space:normal;min-width:14em;overflow-wrap:anywhere" : ""),
  );
  const head = columns.map(
    ({ title }, c) =>
      `<th scope="col" style="${styles[c]}">${escapeHtml(withUnit(title, parts[c].unit))}</th>`,
  );
  const lines = body.map((cells, row) => {
    const printed = cells.map(({ colour }, c) => cellHtml(parts[c].cells[row], styles[c], colour));
    return `<tr>${printed.join("")}</tr>`;
  });
  return [
    `<table class="study-table">`,
    caption ? `<caption style="text-align:left">${escapeHtml(caption)}</caption>` : "",
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>`,
    ...lines,
    `</tbody></table>`,
    more ? `<p>… ${escapeHtml(more)}</p>` : "",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** A printed number taken apart: "69.5 % [69.1, 69.9]". */
interface Parts {
  value: string;
  unit: string;
  interval: string;
}

const PRINTED = /^(.*?)(?: (%|points|ms|USD per million|USD|KiB))?( \[.*\])?$/s;

function columnParts(
  cells: readonly Cell[],
  format: Required<Column>["format"],
): { numeric: boolean; long: boolean; unit: string; cells: Parts[] } {
  const numeric = isNumeric(format);
  if (!numeric) {
    const long = cells.some(({ text }) => text.length > LONG_TEXT);
    return { numeric, long, unit: "", cells: cells.map(({ text }) => whole(text)) };
  }
  const parts = cells.map(({ text }): Parts => {
    const [, value, unit = "", interval = ""] = PRINTED.exec(text)!;
    return { value, unit, interval: interval.trim() };
  });
  // What is no number (a dash, a word) has no unit to share.
  const units = new Set(parts.filter(({ value }) => /\d/.test(value)).map(({ unit }) => unit));
  const [unit = ""] = units.size === 1 ? units : [];
  return { numeric, long: false, unit, cells: parts.map((part) => without(part, unit)) };
}

const whole = (value: string): Parts => ({ value, unit: "", interval: "" });
const without = (part: Parts, unit: string): Parts =>
  part.unit === unit ? { ...part, unit: "" } : part;

function cellHtml({ value, unit, interval }: Parts, style: string, colour: string | null): string {
  const verdict = colour ? `;font-weight:600;white-space:nowrap;color:${colour}` : "";
  const printed = unit === "" ? value : `${value} ${unit}`;
  const below = interval === "" ? "" : `<br><small>${escapeHtml(interval)}</small>`;
  return `<td style="${style}${verdict}">${escapeHtml(printed)}${below}</td>`;
}

/** The unit behind the heading, unless the heading names it already. */
function withUnit(title: string, unit: string): string {
  return unit === "" || title.includes(`(${unit})`) || title.endsWith(` ${unit}`)
    ? title
    : `${title} (${unit})`;
}
