import path from "node:path";
import { buildSync } from "esbuild";
import { stringify } from "yaml";
import { PROJECT_ROOT } from "../artefacts/index.js";
import {
  artilleryScript,
  scheduleRuns,
  type ArtilleryScript,
  type CampaignPlan,
  type Phase,
  type ScheduledRun,
} from "../campaign/index.js";
import { writeWhole } from "../files/index.js";

/**
 * Writes an Artillery script for each run of a plan's day, at the run's own phases and rates, and
 * beside them the processor they name. Returns the files' names. A run's exact numbers of requests
 * are left to its mean rate: Artillery draws the scenario of each arrival.
 *
 * Throws for irregular arrivals in more than one phase, which the processor cannot time.
 */
export function writeRunScripts(plan: CampaignPlan, folder: string): string[] {
  return writeScripts(
    plan,
    scheduleRuns(plan).filter(({ day }) => day === 0),
    1,
    folder,
  );
}

/**
 * The same for some runs, each script at the share of one of `workers` machines that run it at
 * once.
 */
export function writeScripts(
  plan: CampaignPlan,
  runs: readonly ScheduledRun[],
  workers: number,
  folder: string,
): string[] {
  const files = runs.map(({ run, phases }) => {
    const { pattern, window, startsAt } = run;
    const file =
      [startsAt.replace(":", ""), window, pattern].filter((part) => part !== null).join("_") +
      ".yml";
    const share = workers === 1 ? "" : ` Each of ${workers} workers sends its share.`;
    const header =
      `# Generated from the plan "${plan.name}": ${window ?? "no window logged"}, ${pattern}; ` +
      `start it at ${startsAt}.${share} Edit the plan, not this file.`;
    writeScript(
      path.join(folder, file),
      header,
      artilleryScript(withPhases(plan, pattern, phases), pattern, workers),
    );
    return file;
  });
  bundleProcessor(path.resolve(folder, "processor.mjs"));
  return [...files, "processor.mjs"];
}

export function writeScript(file: string, header: string, script: ArtilleryScript): void {
  writeWhole(file, `${header}\n${stringify(script)}`);
}

/** The plan with these phases in place of a pattern's own. */
export function withPhases(plan: CampaignPlan, pattern: string, phases: Phase[]): CampaignPlan {
  return {
    ...plan,
    patterns: { [pattern]: { arrivals: plan.patterns[pattern].arrivals, phases } },
  };
}

/**
 * Bundles `artillery-tests/processor.ts` with all it needs: a worker on another machine has nothing
 * else of the study.
 */
function bundleProcessor(outfile: string): void {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(PROJECT_ROOT, "artillery-tests", "processor.ts")],
    outfile,
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    absWorkingDir: PROJECT_ROOT,
    logLevel: "silent",
    // The S3 client in it asks for Node's own modules in the old way.
    banner: {
      js:
        'import { createRequire as requireFrom } from "node:module";\nconst require = ' +
        "requireFrom(import.meta.url);",
    },
  });
  writeWhole(outfile, outputFiles[0].contents);
}
