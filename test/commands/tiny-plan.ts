import { writeFileSync } from "node:fs";
import path from "node:path";

/** Writes a plan of two short runs, one of them at a rate of its own, and returns the file. */
export function tinyPlan(folder: string): string {
  const file = path.join(folder, "tiny.yml");
  writeFileSync(
    file,
    `
extends: duet
duet: false
name: tiny
days: 1
runs:
  - { window: midday, pattern: low_load, startsAt: "12:00", phases: [{ minutes: 10, requestsPerSecond: 0.25 }], rateFactor: 2 }
  - { window: evening, pattern: burst_load, startsAt: "18:00", phases: [{ minutes: 10, requestsPerSecond: 0.25 }] }
`,
  );
  return file;
}
