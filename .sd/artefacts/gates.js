import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { freshnessOf } from "./freshness.js";
import { readManifest } from "./manifest.js";
import { runFolder } from "./project-root.js";
/** Where a notebook leaves its gates. */
export function gatesFile(notebook) {
    return `gates/${notebook}.json`;
}
/**
 * Why the results of each finished notebook of a run may not be shown any more, by notebook; those
 * that may are not in it.
 */
export function staleNotebooks(run) {
    const manifest = readManifest(runFolder(run));
    if (!manifest)
        return {};
    const freshness = freshnessOf(runFolder(run), manifest);
    return Object.fromEntries(Object.keys(manifest.notebooks).flatMap((notebook) => {
        const why = freshness.whyNotebookStale(notebook);
        return why ? [[notebook, why]] : [];
    }));
}
/**
 * The gates every finished notebook of a run left, in the order of the notebooks; those of a stale
 * notebook without value and verdict, so that no number stands beside one of another labelling or
 * other models.
 */
export function collectGates(run, stale = staleNotebooks(run)) {
    const folder = runFolder(run);
    return Object.entries(readManifest(folder)?.notebooks ?? {})
        .filter(([notebook, { outputs }]) => outputs.some(({ file }) => file === gatesFile(notebook)))
        .map(([notebook]) => notebook)
        .filter((notebook) => existsSync(path.join(folder, gatesFile(notebook))))
        .sort()
        .flatMap((notebook) => {
        const text = readFileSync(path.join(folder, gatesFile(notebook)), "utf8");
        const gates = JSON.parse(text);
        return gates.map((gate) => withNotebook(gate, notebook, stale[notebook] ?? null));
    });
}
function withNotebook(gate, notebook, stale) {
    return stale === null
        ? { ...gate, notebook, stale }
        : { ...gate, notebook, stale, value: null, verdict: "not applicable", evidence: stale };
}
//# sourceMappingURL=gates.js.map