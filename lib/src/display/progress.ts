import { insideNotebook, showOutput } from "./outputs.js";

/** An updating line of progress. */
export interface Progress {
  /** Share done, 0 to 1, and what is being done now. */
  update(shareDone: number, detail?: string): void;
  /** The last word: what was done. It stays in the notebook, so it must not hold a duration. */
  done(summary: string): void;
}

/** How often a display is redrawn at the most; every redraw is a message to the front end. */
const REDRAW_MS = 100;
const BAR_LENGTH = 24;
let count = 0;

/**
 * Shows progress under a title: in a notebook as an updating display, on a terminal as a line that
 * is rewritten, and elsewhere (a log, a pipe) as its last word only.
 */
export function showProgress(title: string): Progress {
  const displayId = `progress-${process.pid}-${++count}`;
  const notebook = insideNotebook();
  const terminal = !notebook && process.stderr.isTTY;
  const show = (text: string, isUpdate: boolean): void => {
    if (notebook) showOutput({ "text/plain": text }, { displayId, isUpdate });
    else if (terminal) process.stderr.write(`\r\x1b[K${text}`);
  };
  let drawnMs = -Infinity;
  show(`${title} …`, false);
  return {
    update(shareDone, detail = "") {
      if (performance.now() - drawnMs < REDRAW_MS) return;
      drawnMs = performance.now();
      const share = Math.min(1, Math.max(0, shareDone));
      const filled = Math.round(share * BAR_LENGTH);
      show(
        (
          `${title} ${"█".repeat(filled)}${"░".repeat(BAR_LENGTH - filled)} ` +
          `${(share * 100).toFixed(0)} % ${detail}`
        ).trimEnd(),
        true,
      );
    },
    done(summary) {
      const text = `${title}: ${summary}`;
      if (notebook) show(text, true);
      else process.stderr.write(`${terminal ? "\r\x1b[K" : ""}${text}\n`);
    },
  };
}
