import type { Interval } from "../statistics/index.js";
import type { RequestRouter, RouterOrigin } from "./router.js";
/**
 * What `manifest.json` of a router says: what it is, where it comes from, and the SHA-256 of its
 * other files.
 */
export interface RouterManifest {
    kind: "router";
    formatVersion: number;
    model: {
        kind: string;
        featureNames: string[];
    };
    origin: RouterOrigin;
    threshold: number;
    rules: number;
    /** Share of held-out requests that rules and model send to the same platform. */
    rulesAgreement: Interval;
    files: {
        file: string;
        bytes: number;
        sha256: string;
    }[];
    bytes: number;
}
/** The most a router's folder may weigh (the deployment gate of the study). */
export declare const MOST_ROUTER_BYTES: number;
/** The names of the files of a router's folder. */
export declare const ROUTER_FILES: readonly string[];
/**
 * Writes a router as one folder: the model, what it knows, and a manifest. The same router gives
 * the same bytes. Throws a RangeError above 50 MiB.
 */
export declare function saveRouter({ classifier, knowledge }: RequestRouter, folder: string): Promise<RouterManifest>;
/**
 * Reads a router's folder, or a model's alone (header.json without manifest.json). Throws, naming
 * the file, where one is missing, damaged, or not the one the manifest was written with.
 */
export declare function readRouter(folder: string): Promise<RequestRouter>;
/** Bytes of a router's folder. */
export declare function routerBytes(folder: string): Promise<number>;
