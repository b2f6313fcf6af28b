import { appendFileSync, existsSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { CampaignPlan } from "../campaign/index.js";
import { PartialFiles, writingTo } from "../files/index.js";
import { InputError } from "../statistics/index.js";
import { logLine } from "./log-line.js";
import { logPlaces, logRows } from "./log-place.js";
import { simulateRuns, type SimulationOptions } from "./simulate.js";
import { TotalsCounter, type SimulationTotals } from "./totals.js";

export interface WriteLogsOptions extends SimulationOptions {
  /** Write `.jsonl.gz`. */
  gzip?: boolean;
  /** Called after each run with the share of the plan's runs that are written, 0 to 1. */
  onProgress?: (shareDone: number) => void;
}

/**
 * Lines are written when so many characters have come together: memory does not grow with the
 * length of a run's logs.
 */
const FLUSH_CHARACTERS = 4 << 20;

/**
 * Simulates a plan and writes its logs under `folder`, in the layout of the author's campaigns. The
 * same plan and seed give the same bytes. The files get their names when all are whole. Throws an
 * InputError when a file it is to write is there already (two campaigns in one file would be
 * neither), and a WriteError where one cannot be written; then none is left.
 */
export function writeSimulatedLogs(
  plan: CampaignPlan,
  folder: string,
  options: WriteLogsOptions,
): SimulationTotals {
  const counter = new TotalsCounter(plan);
  const files = new LogFiles(folder, options.gzip ?? false);
  const runs = plan.runs.length * plan.days;
  try {
    for (const run of simulateRuns(plan, options)) {
      counter.add(run);
      const placeOf = logPlaces(plan, run);
      for (let row = 0; row < logRows(run); row++)
        files.append(placeOf(row), logLine(plan, run, row));
      files.flush();
      options.onProgress?.((run.index + 1) / runs);
    }
    files.finish();
  } catch (error) {
    files.discard();
    throw error;
  }
  return counter.totals();
}

class LogFiles {
  private readonly begun = new Map<string, string>();
  private readonly partial = new PartialFiles();
  private lines = new Map<string, string[]>();
  private characters = 0;

  constructor(
    private readonly folder: string,
    private readonly gzip: boolean,
  ) {}

  append(name: string, line: string): void {
    const lines = this.lines.get(name);
    if (lines) lines.push(line);
    else this.lines.set(name, [line]);
    if ((this.characters += line.length) > FLUSH_CHARACTERS) this.flush();
  }

  flush(): void {
    for (const [name, lines] of this.lines) {
      const file = path.join(this.folder, this.gzip ? `${name}.gz` : name);
      const partial = this.begun.get(name) ?? this.begin(name, file);
      const text = lines.join("");
      // Gzip members one after the other are one gzip file (RFC 1952).
      writingTo(file, () => appendFileSync(partial, this.gzip ? gzipSync(text) : text));
    }
    this.lines.clear();
    this.characters = 0;
  }

  finish(): void {
    this.partial.finish();
  }

  discard(): void {
    this.partial.discard();
  }

  private begin(name: string, file: string): string {
    if (existsSync(file))
      throw new InputError(
        `${file} exists already; name a folder without the logs of another campaign, or ` +
          "remove it first",
      );
    const partial = this.partial.begin(file);
    this.begun.set(name, partial);
    return partial;
  }
}
