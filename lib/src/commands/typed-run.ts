import { existsSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT, runFolder } from "../artefacts/index.js";
import { UsageError, type Arguments } from "./command.js";

/**
 * The run that a command's first argument names, by its name or by the path of its folder. Throws a
 * UsageError where it is none.
 */
export function typedRun(args: Arguments): string {
  const [typed] = args.positionals;
  if (!typed) throw new UsageError("name a run, as `study run` named it: a folder's name");
  const run = path.basename(path.resolve(typed));
  const folder = runFolder(run);
  if (existsSync(path.join(folder, "manifest.json"))) return run;
  throw new UsageError(
    `${path.relative(PROJECT_ROOT, folder)} is no run: it has no manifest.json; ` +
      "`npx study run` makes one",
  );
}
