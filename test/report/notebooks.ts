import { writeFileSync } from "node:fs";
import path from "node:path";
import { barChart, figureToSvg } from "lib/display";
import type { NotebookOutput } from "lib/runner";

/** A cell: text as it is, or code with its outputs. */
export type Cell = string | { code: string; outputs?: NotebookOutput[]; executed?: boolean };

/** Writes a notebook as if executed, and returns its path. */
export function writeNotebookFile(folder: string, name: string, cells: readonly Cell[]): string {
  const file = path.join(folder, `${name}.ipynb`);
  writeFileSync(
    file,
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: cells.map((cell, index) =>
        typeof cell === "string"
          ? { cell_type: "markdown", id: `m${index}`, metadata: {}, source: cell }
          : {
              cell_type: "code",
              id: `c${index}`,
              metadata: {},
              source: cell.code,
              outputs: cell.outputs ?? [],
              execution_count: cell.executed === false ? null : index + 1,
            },
      ),
    }),
  );
  return file;
}

export function display(data: Record<string, unknown>): NotebookOutput {
  return { output_type: "display_data", data, metadata: {} };
}

/** A figure as a notebook holds it. */
export async function figureOutput(title: string, alt: string): Promise<NotebookOutput> {
  const figure = barChart(["a", "b"], [{ name: "Lambda", values: [1, 2] }], {
    title,
    xTitle: "x",
    yTitle: "time (ms)",
    simulated: true,
  });
  return display({
    "application/vnd.plotly.v1+json": figure,
    "image/svg+xml": (await figureToSvg(figure)).split(/(?<=>)/),
    "text/plain": [`[figure] ${alt}`],
  });
}
