import type { Manifest } from "./manifest.js";
/**
 * Whether what stands in a run's folder belongs together. Each notebook's record names, with their
 * SHA-256, what it read and what it wrote; a file is fresh where it is what its notebook wrote, all
 * that the notebook read is what is there now, and so on back to the logs.
 */
export interface Freshness {
    /** Why an artefact may not be used, in one sentence with the notebook to run; null where it may. */
    whyStale(file: string, writtenBy: string): string | null;
    /** Why the results of a notebook that has finished may not be shown; null where they may. */
    whyNotebookStale(notebook: string): string | null;
}
export declare function freshnessOf(folder: string, manifest: Manifest): Freshness;
