// `npm run kernel`: tells Jupyter and VS Code of this project's tslab kernel, for this user (or the
// active conda environment). It writes one kernel.json that points at this checkout; remove that
// folder to undo it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "./setup.mjs";

const own = path.join(root, "jupyter", "kernels", "tslab");
const spec = JSON.parse(readFileSync(path.join(own, "kernel.json"), "utf8"));
spec.argv = spec.argv.map((part) => part.replace("{resource_dir}", own));
const folder = path.join(dataFolder(), "kernels", "tslab");
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "kernel.json"), JSON.stringify(spec, null, 2) + "\n");
console.log(`Jupyter and VS Code now offer "${spec.display_name}" (${folder}).`);

/**
 * Where Jupyter looks for kernels: the conda environment's folder if one is active, else the user's
 * (Jupyter's own rules).
 */
function dataFolder() {
  if (process.env.JUPYTER_DATA_DIR) return process.env.JUPYTER_DATA_DIR;
  if (process.env.CONDA_PREFIX) return path.join(process.env.CONDA_PREFIX, "share", "jupyter");
  if (process.platform === "darwin") return path.join(os.homedir(), "Library", "Jupyter");
  if (process.platform === "win32")
    return path.join(process.env.APPDATA ?? os.homedir(), "jupyter");
  return path.join(
    process.env.XDG_DATA_HOME ?? path.join(os.homedir(), ".local", "share"),
    "jupyter",
  );
}
