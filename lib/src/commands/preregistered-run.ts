import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  recordPreregistration,
  runFolder,
  type ChosenRun,
  type LabellingManifest,
  type RunGate,
} from "../artefacts/index.js";
import {
  departures,
  readPreregistration,
  type Departure,
  type Preregistration,
} from "../preregistration/index.js";
import { requestsFromArrow } from "../requests/index.js";
import { typedPath, UsageError, type Arguments, type OptionSpec } from "./command.js";

export const PREREGISTERED_OPTION: OptionSpec = {
  type: "string",
  value: "FILE",
  help: "report every departure from what `study preregister` froze in FILE",
};

/** What a run was frozen to, and where it departed. */
export interface KeptPromise {
  sha256: string;
  primaryOutcome: string;
  departures: Departure[];
}

/** The preregistration that --preregistered names; null where it names none. */
export function preregistrationOf(args: Arguments): Preregistration | null {
  const file = args.text("preregistered");
  if (file === undefined) return null;
  const located = typedPath(file);
  if (!existsSync(located)) throw new UsageError(`there is no preregistration "${file}"`);
  return readPreregistration(located);
}

/**
 * Holds a run against what was frozen, and records hash and departures in its manifest; a run that
 * was not asked to has none there. Null without a preregistration.
 */
export function keptPromise(
  frozen: Preregistration | null,
  run: {
    chosen: ChosenRun;
    gates: readonly RunGate[];
    accepted: Readonly<Record<string, string>>;
  },
): KeptPromise | null {
  const folder = runFolder(run.chosen.run);
  const read = <T>(file: string, of: (bytes: Buffer) => T): T | null => {
    const full = path.join(folder, file);
    return existsSync(full) ? of(readFileSync(full)) : null;
  };
  const promise = frozen && {
    sha256: frozen.sha256,
    primaryOutcome: frozen.primaryOutcome,
    departures: departures(frozen, {
      seed: run.chosen.seed,
      labelling: read(
        "labelling.json",
        (bytes) => JSON.parse(bytes.toString("utf8")) as LabellingManifest,
      ),
      gates: run.gates,
      requests: read("requests.arrow", requestsFromArrow),
      accepted: run.accepted,
    }),
  };
  recordPreregistration(folder, promise);
  return promise;
}

/** The promise in lines for a terminal. */
export function promiseLines({ sha256, primaryOutcome, departures: found }: KeptPromise): string[] {
  const head = `Preregistered (SHA-256 ${sha256.slice(0, 12)}…), judged by ${primaryOutcome}: `;
  if (found.length === 0) return [`${head}no departure.`];
  return [
    `${head}${found.length} ${found.length === 1 ? "departure" : "departures"}.`,
    ...found.map(({ where, frozen, run }) => `  ${where}: ${frozen}; in this run, ${run}`),
  ];
}
