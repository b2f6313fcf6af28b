import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "./whole-files.js";
export const FORMAT = 2;
const fileIn = (folder) => path.join(folder, "manifest.json");
/** The manifest in a run's folder; null where there is none, or that of another version. */
export function readManifest(folder) {
    if (!existsSync(fileIn(folder)))
        return null;
    const manifest = JSON.parse(readFileSync(fileIn(folder), "utf8"));
    return manifest.format === FORMAT ? manifest : null;
}
export function writeManifest(folder, manifest) {
    writeWhole(fileIn(folder), JSON.stringify(manifest, null, 2) + "\n");
}
/** Adds one notebook's record, in place of an earlier one of the same name. */
export function recordNotebook(folder, notebook, { simulated, record }) {
    const manifest = readManifest(folder);
    if (!manifest)
        throw new Error(`${fileIn(folder)} went away while notebook ${notebook} ran: run it again from its beginning`);
    const notebooks = { ...manifest.notebooks, [notebook]: record };
    writeManifest(folder, { ...manifest, simulated, notebooks });
}
//# sourceMappingURL=manifest.js.map