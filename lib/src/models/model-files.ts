import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { writeAllWhole } from "../files/index.js";
import { InputError } from "../statistics/index.js";
import type { Classifier, ModelArtefact } from "./classifier.js";
import { loadClassifier } from "./families.js";

const HEADER_FILE = "header.json";
const WEIGHTS_FILE = "weights.bin";

/**
 * Writes a classifier to a folder as header.json (all but the bulk, with the bulk's SHA-256) and
 * weights.bin; returns the bytes written.
 */
export async function saveModel(classifier: Classifier, folder: string): Promise<number> {
  const { binary, ...rest } = classifier.toArtefact();
  const header =
    JSON.stringify(
      { ...rest, weightsBytes: binary.length, weightsSha256: sha256(binary) },
      null,
      2,
    ) + "\n";
  writeAllWhole([
    [path.join(folder, WEIGHTS_FILE), binary],
    [path.join(folder, HEADER_FILE), header],
  ]);
  return Buffer.byteLength(header) + binary.length;
}

/**
 * Reads back what `saveModel` wrote. Throws where a file is missing, damaged, or not of this model.
 */
export async function readModel(folder: string): Promise<Classifier> {
  const file = path.join(folder, HEADER_FILE);
  const [text, binary] = await Promise.all([
    readFile(file, "utf8"),
    readFile(path.join(folder, WEIGHTS_FILE)),
  ]);
  let header: ModelArtefact & { weightsSha256: string };
  try {
    header = JSON.parse(text) as typeof header;
  } catch (error) {
    throw new InputError(`${file} is not JSON (${(error as Error).message}); save the model again`);
  }
  if (typeof header?.kind !== "string" || !Array.isArray(header.featureNames))
    throw new InputError(
      `${file} lacks the fields "kind" and "featureNames" of a model; save the model again`,
    );
  if (sha256(binary) !== header.weightsSha256)
    throw new InputError(
      `${path.join(folder, WEIGHTS_FILE)} is not the file that ${HEADER_FILE} was written ` +
        "with (its SHA-256 differs); save the model again",
    );
  // A copy of its own: small files are read into Node's shared pool.
  return loadClassifier({ ...header, binary: Uint8Array.from(binary) });
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
