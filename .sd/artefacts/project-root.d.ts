/** The project's root: three folders above this file once it is built (lib/dist/artefacts). */
export declare const PROJECT_ROOT: string;
/** Absolute path of a run's folder. */
export declare function runFolder(run: string): string;
