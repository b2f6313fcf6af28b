import path from "node:path";
import { fileURLToPath } from "node:url";
/** The project's root: three folders above this file once it is built (lib/dist/artefacts). */
export const PROJECT_ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
/** Absolute path of a run's folder. */
export function runFolder(run) {
    return path.join(PROJECT_ROOT, "processed-data", run);
}
//# sourceMappingURL=project-root.js.map