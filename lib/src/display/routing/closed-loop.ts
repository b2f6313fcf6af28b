import { closedLoopSentences, type ClosedLoop } from "../../routing/index.js";
import type { Interval } from "../../statistics/index.js";
import { formatInterval, formatNumber, type NumberFormat } from "../format.js";
import { showText } from "../show.js";
import { showTable, tableText, type TableOptions } from "../table.js";

/** Both loops side by side: a table, then where the gap comes from. */
export function showClosedLoop(loop: ClosedLoop): void {
  showTable(closedLoopRows(loop), tableOptions(loop));
  for (const sentence of closedLoopSentences(loop)) showText(sentence);
}

/** The same as plain text. */
export function closedLoopText(loop: ClosedLoop): string {
  return [
    tableText(closedLoopRows(loop), tableOptions(loop)),
    "",
    ...closedLoopSentences(loop),
  ].join("\n");
}

function tableOptions({ routing, blocks }: ClosedLoop): TableOptions {
  return {
    columns:
      "what:: | open:text:open loop (the duet's pairs) | closed:text:closed loop (it decides) | " +
      "gap:text:closed less open",
    caption:
      `"${routing}" by the duet, and inside the simulation; 95 % intervals over ` +
      `${formatNumber(blocks, "count")} blocks of time`,
    simulated: true,
  };
}

/** Figures of both loops with the gap, written in their own units. */
function closedLoopRows({ open, closed, gap }: ClosedLoop): Record<string, string>[] {
  const write = (value: Interval | number, format: NumberFormat): string =>
    typeof value === "number" ? formatNumber(value, format) : formatInterval(value, format);
  const row = (
    what: string,
    format: NumberFormat,
    cells: { open: Interval | number; closed: Interval | number; gap: Interval | number | null },
  ): Record<string, string> => ({
    what,
    open: write(cells.open, format),
    closed: write(cells.closed, format),
    gap: cells.gap === null ? "" : write(cells.gap, format === "share" ? "points" : format),
  });
  return [
    row("mean response time", "ms", {
      open: open.responseTimeMs,
      closed: closed.responseTimeMs,
      gap: gap.responseTimeMs,
    }),
    row("95th percentile", "ms", { open: open.p95Ms, closed: closed.p95Ms, gap: null }),
    ...gap.sloMisses.map(({ limitMs, share }, i) =>
      row(`over ${limitMs / 1000} s, or failed`, "share", {
        open: open.sloMisses[i].share,
        closed: closed.sloMisses[i].share,
        gap: share,
      }),
    ),
    row("failed", "share", { open: open.failed, closed: closed.failed, gap: gap.failed }),
    row("cold starts, of Lambda's answers", "share", {
      open: open.coldStartShare,
      closed: closed.coldStartShare,
      gap: closed.coldStartShare - open.coldStartShare,
    }),
    row("cost, by what ran", "usdPerMillion", {
      open: open.costUsd,
      closed: closed.costUsd,
      gap: gap.costUsd,
    }),
  ];
}
