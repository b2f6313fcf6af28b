import { existsSync } from "node:fs";
import path from "node:path";

/**
 * Path of a folder under ../shared/data, or null where it is absent: tests that need it then skip
 * with a word.
 */
export function sharedData(name: "variance-run" | "fixed-payload-sample"): string | null {
  // Tests run from the project's root; the shared material lies beside it.
  const folder = path.resolve("..", "shared", "data", name);
  return existsSync(folder) ? folder : null;
}

/** Options for a test that reads `sharedData(name)`. */
export function needsSharedData(name: "variance-run" | "fixed-payload-sample"): {
  skip: string | false;
} {
  return { skip: sharedData(name) ? false : `../shared/data/${name} is not here` };
}
