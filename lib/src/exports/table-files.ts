import { cellValue, printedCell, type CellValue, type TableData } from "../display/index.js";
import { csvField, csvOf } from "./csv-text.js";
import { latexText } from "./latex-text.js";

type Format = TableData["columns"][number]["format"];

/** The unit of the unrounded number in a column, which a page may print in another. */
const UNITS: Partial<Record<Format, string>> = {
  share: "fraction",
  points: "fraction",
  ms: "ms",
  usd: "USD",
  usdPerMillion: "USD",
  kib: "KiB",
};

/**
 * A table as CSV (RFC 4180, UTF-8), its numbers unrounded: shares as fractions of 1, prices per
 * request. An estimate with an interval takes three columns. All rows that the table kept are in
 * it.
 */
export function tableCsv({ columns, rows }: TableData): string {
  const parts = columns.map(({ title, format }, c) => {
    const cells = rows.map((row) => cellValue(row[c], format));
    return csvColumn(withUnit(title, UNITS[format]), cells);
  });
  return csvOf(
    parts.flatMap(({ headings }) => headings),
    rows.map((_, r) => parts.flatMap(({ fields }) => fields[r])),
  );
}

function csvColumn(
  title: string,
  cells: readonly CellValue[],
): { headings: string[]; fields: string[][] } {
  const levels = new Set(cells.flatMap((cell) => (isInterval(cell) ? [cell.level] : [])));
  if (levels.size === 0)
    return { headings: [title], fields: cells.map((cell) => [csvField(cell as string)]) };
  const [level] = levels;
  const of = levels.size === 1 ? ` of ${Math.round(1000 * level) / 10} %` : "";
  return {
    headings: [title, `${title}: low end${of}`, `${title}: high end${of}`],
    fields: cells.map((cell) =>
      isInterval(cell)
        ? [cell.estimate, cell.low, cell.high].map(csvField)
        : [csvField(cell as string), "", ""],
    ),
  };
}

const isInterval = (cell: CellValue): cell is Extract<CellValue, object> =>
  typeof cell === "object" && cell !== null;

function withUnit(title: string, unit: string | undefined): string {
  return unit === undefined || title.includes(`(${unit})`) ? title : `${title} (${unit})`;
}

/** Cells beyond which a table does not fit the width of a page of text. */
const WIDE_COLUMNS = 6;
/** Words longer than this are set in a paragraph's column. */
const LONG_TEXT = 40;

/**
 * A table as LaTeX, printed as its page prints it (rounded, with units), in the rules of booktabs.
 * It needs `\usepackage{booktabs,graphicx,textcomp,amssymb}` and is for `\input`.
 */
export function tableLatex(table: TableData, name: string): string {
  const { columns, rows, shown, left } = table;
  const printed = rows
    .slice(0, shown)
    .map((row) => columns.map(({ format }, c) => printedText(cellValue(row[c], format), format)));
  const more = rows.length + left - shown;
  const wide = columns.length > WIDE_COLUMNS;
  const spec = columns.map(({ format }, c) => {
    if (format !== "text" && format !== "verdict") return "r";
    return printed.some((row) => row[c].length > LONG_TEXT) ? "p{0.4\\textwidth}" : "l";
  });
  // A bracket or a star at a line's beginning would belong to the line break before it.
  const line = (cells: readonly string[]): string =>
    `${cells
      .map(latexText)
      .join(" & ")
      .replace(/^(?=[[*])/, "{}")} \\\\`;
  return [
    "% \\usepackage{booktabs,graphicx,textcomp,amssymb}",
    "\\begin{table}[tbp]",
    "\\centering",
    `\\caption{${latexText(table.caption || name)}}`,
    `\\label{tab:${name}}`,
    ...(wide ? ["\\resizebox{\\textwidth}{!}{%"] : []),
    `\\begin{tabular}{@{}${spec.join("")}@{}}`,
    "\\toprule",
    line(columns.map(({ title }) => title)),
    "\\midrule",
    ...printed.map(line),
    "\\bottomrule",
    "\\end{tabular}" + (wide ? "}" : ""),
    ...(more > 0 ? [`\\par\\smallskip\\footnotesize ${more} more rows stand in the CSV.`] : []),
    "\\end{table}",
    "",
  ].join("\n");
}

/** A verdict without its sign, which not every font has; everything else as the page prints it. */
function printedText(value: CellValue, format: Format): string {
  return format === "verdict" && typeof value === "string"
    ? value
    : printedCell(value, format).text;
}
