import path from "node:path";
import { figureToSvg, TABLE_TYPE, type Figure, type TableData } from "../display/index.js";
import {
  makeReportFigure,
  PLOTLY_TYPE,
  slug,
  SVG_TYPE,
  textOf,
  type ReportFigure,
} from "../report/index.js";
import { readNotebook } from "../runner/index.js";

/** A table of a notebook, with the name its files get. */
export interface NamedTable {
  /** "04-02-models-and-bounds" */
  name: string;
  data: TableData;
}

/** What an executed notebook holds that a thesis can take. */
export interface NotebookExports {
  notebook: string;
  tables: NamedTable[];
  figures: ReportFigure[];
  /** Tables shown without their numbers, by a notebook executed before tables carried them. */
  untypedTables: number;
}

/** Finds the tables and figures of an executed notebook by their types; no HTML is read. */
export async function notebookExports(file: string): Promise<NotebookExports> {
  const notebook = path.basename(file, ".ipynb");
  const number = /^\d+/.exec(notebook)?.[0] ?? notebook;
  const found: NotebookExports = { notebook, tables: [], figures: [], untypedTables: 0 };
  const outputs = readNotebook(file).cells.flatMap((cell) => cell.outputs ?? []);
  for (const output of outputs) {
    const data = (output.data ?? {}) as Record<string, unknown>;
    if (data[PLOTLY_TYPE] || data[SVG_TYPE]) {
      const svg = data[SVG_TYPE]
        ? textOf(data[SVG_TYPE])
        : await figureToSvg(data[PLOTLY_TYPE] as Figure);
      found.figures.push(makeReportFigure(data, svg, number, found.figures.length + 1));
    } else if (data[TABLE_TYPE]) {
      found.tables.push(named(data[TABLE_TYPE] as TableData, number, found.tables.length + 1));
    } else if (textOf(data["text/html"]).includes(`<table class="study-table">`)) {
      found.untypedTables++;
    }
  }
  return found;
}

function named(data: TableData, page: string, at: number): NamedTable {
  const title = data.caption.replace(/ · simulated$/, "");
  const name = `${page}-${String(at).padStart(2, "0")}-${slug(title) || "table"}`;
  return { name, data };
}
