import type { Figure } from "../display/index.js";
import { slug } from "./slug.js";

/** A figure found in a notebook's outputs. */
export interface ReportFigure {
  /** Anchor on its page. */
  id: string;
  /** Address of the static picture from the pages: figures/01-03-title.svg. */
  file: string;
  title: string;
  /** What is to be seen, in words. */
  alt: string;
  svg: string;
  /** The interactive form; null where an output holds only the picture. */
  plotly: Pick<Figure, "data" | "layout"> | null;
}

/** Numbers and names the figure that `data` (an output by MIME type) holds. */
export function makeReportFigure(
  data: Record<string, unknown>,
  svg: string,
  pageNumber: string,
  figureNumber: number,
): ReportFigure {
  const plotly = (data[PLOTLY_TYPE] ?? null) as ReportFigure["plotly"];
  const alt = textOf(data["text/plain"]).replace(/^\[figure\] /, "");
  const title = titleOf(plotly) || alt || `Figure ${figureNumber}`;
  const number = String(figureNumber).padStart(2, "0");
  return {
    id: `figure-${figureNumber}`,
    file: `figures/${pageNumber}-${number}-${slug(title) || "figure"}.svg`,
    title,
    alt,
    svg,
    plotly,
  };
}

export const PLOTLY_TYPE = "application/vnd.plotly.v1+json";
export const SVG_TYPE = "image/svg+xml";

/** Text of an output, which nbformat keeps as one string or in lines. */
export function textOf(value: unknown): string {
  return Array.isArray(value)
    ? value.join("")
    : value === undefined || value === null
      ? ""
      : String(value);
}

function titleOf(plotly: ReportFigure["plotly"]): string {
  const title = (plotly?.layout as { title?: { text?: string } } | undefined)?.title?.text ?? "";
  return title
    .split("<br>")[0]
    .replace(/<[^>]*>/g, "")
    .trim();
}
