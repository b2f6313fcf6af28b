import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadClassifier } from "./families.js";
const HEADER_FILE = "header.json";
const WEIGHTS_FILE = "weights.bin";
/**
 * Writes a classifier to a folder as header.json (all but the bulk, with the bulk's SHA-256) and
 * weights.bin; returns the bytes written.
 */
export async function saveModel(classifier, folder) {
    const { binary, ...rest } = classifier.toArtefact();
    const header = `${JSON.stringify({ ...rest, weightsBytes: binary.length, weightsSha256: sha256(binary) }, null, 2)}\n`;
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, WEIGHTS_FILE), binary);
    await writeFile(path.join(folder, HEADER_FILE), header);
    return Buffer.byteLength(header) + binary.length;
}
/**
 * Reads back what `saveModel` wrote. Throws where a file is missing, damaged, or not of this model.
 */
export async function readModel(folder) {
    const file = path.join(folder, HEADER_FILE);
    const [text, binary] = await Promise.all([
        readFile(file, "utf8"),
        readFile(path.join(folder, WEIGHTS_FILE)),
    ]);
    let header;
    try {
        header = JSON.parse(text);
    }
    catch (error) {
        throw new Error(`${file} is not JSON (${error.message}); save the model again`);
    }
    if (typeof header?.kind !== "string" || !Array.isArray(header.featureNames))
        throw new Error(`${file} lacks the fields "kind" and "featureNames" of a model; save the model again`);
    if (sha256(binary) !== header.weightsSha256)
        throw new Error(`${path.join(folder, WEIGHTS_FILE)} is not the file that ${HEADER_FILE} was written ` +
            "with (its SHA-256 differs); save the model again");
    // A copy of its own: small files are read into Node's shared pool.
    return loadClassifier({ ...header, binary: Uint8Array.from(binary) });
}
function sha256(bytes) {
    return createHash("sha256").update(bytes).digest("hex");
}
//# sourceMappingURL=model-files.js.map