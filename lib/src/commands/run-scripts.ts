import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import { stringify } from "yaml";
import { PROJECT_ROOT } from "../artefacts/index.js";
import { artilleryScript, scheduleRuns, type CampaignPlan } from "../campaign/index.js";

/**
 * Writes an Artillery script for each run of a plan's day, at the run's own phases and rates, and beside them the
 * processor they name. Returns the files' names. A run's exact numbers of requests are left to its mean rate: Artillery
 * draws the scenario of each arrival.
 *
 * Throws for irregular arrivals in more than one phase, which the processor cannot time.
 */
export function writeRunScripts(plan: CampaignPlan, folder: string): string[] {
  const scripts = scheduleRuns(plan).filter(({ day }) => day === 0).map(({ run, phases }) => {
    const { pattern, window, startsAt } = run, arrivals = plan.patterns[pattern].arrivals;
    const script = artilleryScript({ ...plan, patterns: { [pattern]: { arrivals, phases } } }, pattern);
    const header = `# Generated from the plan "${plan.name}": ${window ?? "no window logged"}, ${pattern}; start it at ${startsAt}. Edit the plan, not this file.`;
    return {
      file: `${[startsAt.replace(":", ""), window, pattern].filter((part) => part !== null).join("_")}.yml`,
      text: `${header}\n${stringify(script)}`,
    };
  });
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of scripts) writeFileSync(path.join(folder, file), text);
  const entry = path.join(PROJECT_ROOT, "artillery-tests", "processor.ts");
  const outfile = path.resolve(folder, "processor.mjs");
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm", absWorkingDir: PROJECT_ROOT, logLevel: "silent" });
  return [...scripts.map(({ file }) => file), "processor.mjs"];
}
