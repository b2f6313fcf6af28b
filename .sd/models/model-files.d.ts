import type { Classifier } from "./classifier.js";
/**
 * Writes a classifier to a folder as header.json (all but the bulk, with the bulk's SHA-256) and
 * weights.bin; returns the bytes written.
 */
export declare function saveModel(classifier: Classifier, folder: string): Promise<number>;
/**
 * Reads back what `saveModel` wrote. Throws where a file is missing, damaged, or not of this model.
 */
export declare function readModel(folder: string): Promise<Classifier>;
