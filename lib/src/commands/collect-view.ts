import type { CollectionProgress } from "../collect/index.js";
import { formatNumber, tableText } from "../display/index.js";

/** What is shown on standard error while a collection is under way. */
export interface LiveView {
  update(progress: CollectionProgress): void;
  /** A line that stays. */
  say(line: string): void;
  /** Takes the view away. */
  end(): void;
}

const REDRAW_MS = 500;
/** Where nothing can be rewritten, a line now and then is enough. */
const LINE_EVERY_MS = 10_000;

/** A small table that is rewritten on a terminal; plain lines elsewhere. */
export function liveView(stream: NodeJS.WriteStream = process.stderr): LiveView {
  let drawnMs = -Infinity, lines = 0;
  const clear = (): void => {
    if (lines > 0) stream.write(`\x1b[${lines}A\x1b[0J`);
    lines = 0;
  };
  return {
    update(progress) {
      const now = performance.now();
      if (now - drawnMs < (stream.isTTY ? REDRAW_MS : LINE_EVERY_MS)) return;
      drawnMs = now;
      if (!stream.isTTY) return void stream.write(`${headline(progress)}\n`);
      clear();
      const text = `${headline(progress)}\n\n${groupTable(progress)}\n`;
      lines = text.split("\n").length - 1;
      stream.write(text);
    },
    say(line) {
      clear();
      stream.write(`${line}\n`);
    },
    end: clear,
  };
}

/** Where a collection stands, in one line. */
export function headline({ state, run, planned, rows, marked, askedPerSecond, achievedPerSecond, secondsLeft }: CollectionProgress): string {
  const count = (value: number): string => formatNumber(value, "count"), rate = (value: number): string => formatNumber(value, "number");
  return [
    state,
    ...(run ? [`run ${run.number} of ${run.of} (${run.name})`] : []),
    `${count(rows)} of ${count(planned)} rows`,
    ...(state === "sending" ? [`${rate(askedPerSecond)}/s asked, ${rate(achievedPerSecond)}/s sent`] : []),
    ...(marked > 0 ? [`${count(marked)} marked`] : []),
    ...(secondsLeft === null ? [] : [`${duration(secondsLeft)} left`]),
  ].join(" · ");
}

function groupTable({ groups }: CollectionProgress): string {
  return tableText(groups, {
    columns: "platform | workload | rows:count | p50Ms:ms:response p50 | p95Ms:ms:p95 | coldStarts:count:cold starts | errors:count",
    maxRows: Infinity,
    simulated: false,
  });
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds), minutes = Math.floor(whole / 60), hours = Math.floor(minutes / 60);
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
