import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { readModel, saveModel } from "../models/index.js";
import { InputError, type Interval } from "../statistics/index.js";
import type { RequestRouter, RouterKnowledge, RouterOrigin } from "./router.js";

const MANIFEST_FILE = "manifest.json";
const KNOWLEDGE_FILE = "knowledge.json";
const MODEL_FILES = ["header.json", "weights.bin"];
/** 2: differences carry intervals, not standard errors. */
const FORMAT_VERSION = 2;

/**
 * What `manifest.json` of a router says: what it is, where it comes from, and the SHA-256 of its
 * other files.
 */
export interface RouterManifest {
  kind: "router";
  formatVersion: number;
  model: { kind: string; featureNames: string[] };
  origin: RouterOrigin;
  threshold: number;
  rules: number;
  /** Share of held-out requests that rules and model send to the same platform. */
  rulesAgreement: Interval;
  files: { file: string; bytes: number; sha256: string }[];
  bytes: number;
}

/** The most a router's folder may weigh (the deployment gate of the study). */
export const MOST_ROUTER_BYTES = 50 * 2 ** 20;

/** The names of the files of a router's folder. */
export const ROUTER_FILES: readonly string[] = [...MODEL_FILES, KNOWLEDGE_FILE, MANIFEST_FILE];

/**
 * Writes a router as one folder: the model, what it knows, and a manifest. The same router gives
 * the same bytes. Throws an InputError above 50 MiB.
 */
export async function saveRouter(
  { classifier, knowledge }: RequestRouter,
  folder: string,
): Promise<RouterManifest> {
  if (!knowledge)
    throw new RangeError(
      "a model alone is no router: it has no campaign to take reasons and differences from",
    );
  await mkdir(folder, { recursive: true });
  await saveModel(classifier, folder);
  await writeFile(path.join(folder, KNOWLEDGE_FILE), `${JSON.stringify(knowledge)}\n`);
  const files = await Promise.all(
    [...MODEL_FILES, KNOWLEDGE_FILE].map(async (file) => {
      const bytes = await readFile(path.join(folder, file));
      return { file, bytes: bytes.length, sha256: sha256(bytes) };
    }),
  );
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MOST_ROUTER_BYTES)
    throw new InputError(
      `the router weighs ${(total / 2 ** 20).toFixed(1)} MiB, more than ` +
        `${MOST_ROUTER_BYTES / 2 ** 20}; limit the depth or the number of trees`,
    );
  const manifest: RouterManifest = {
    kind: "router",
    formatVersion: FORMAT_VERSION,
    model: { kind: classifier.kind, featureNames: classifier.featureNames },
    origin: knowledge.origin,
    threshold: knowledge.threshold,
    rules: knowledge.rules.rules.length,
    rulesAgreement: knowledge.rulesAgreement,
    files,
    bytes: total,
  };
  await writeFile(path.join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * Reads a router's folder, or a model's alone (header.json without manifest.json). Throws, naming
 * the file, where one is missing, damaged, or not the one the manifest was written with.
 */
export async function readRouter(folder: string): Promise<RequestRouter> {
  const file = path.join(folder, MANIFEST_FILE);
  if (!existsSync(file)) {
    if (!existsSync(path.join(folder, MODEL_FILES[0])))
      throw new InputError(
        `${folder} holds no router (no ${MANIFEST_FILE}) and no model (no ` +
          `${MODEL_FILES[0]}); \`study run\` writes processed-data/<run>/router`,
      );
    return { classifier: await readModel(folder), knowledge: null };
  }
  const manifest = parse(await readFile(file, "utf8"), file) as RouterManifest;
  if (
    manifest?.kind !== "router" ||
    !Array.isArray(manifest.files) ||
    manifest.files.some((entry: unknown) => typeof entry !== "object" || entry === null)
  )
    throw new InputError(
      `${file} is no router's manifest; name the folder that \`study run\` writes, ` +
        "processed-data/<run>/router",
    );
  if (manifest.formatVersion !== FORMAT_VERSION)
    throw new InputError(
      `${file} is of format ${manifest.formatVersion}, which cannot be read here; write the ` +
        "router again with this version",
    );
  const listed = manifest.files.map((entry) => entry.file);
  for (const name of [...MODEL_FILES, KNOWLEDGE_FILE])
    if (!listed.includes(name))
      throw new InputError(`${file} does not name ${name}; write the router again`);
  for (const { file: name, sha256: expected } of manifest.files) {
    if (!ROUTER_FILES.includes(name))
      throw new InputError(`${file} names "${name}", which is no file of a router`);
    const full = path.join(folder, name);
    if (!existsSync(full)) throw new InputError(`${full} is missing; write the router again`);
    if (sha256(await readFile(full)) !== expected)
      throw new InputError(
        `${full} is not the file that ${MANIFEST_FILE} was written with (its SHA-256 ` +
          "differs); write the router again",
      );
  }
  const knowledge = parse(
    await readFile(path.join(folder, KNOWLEDGE_FILE), "utf8"),
    path.join(folder, KNOWLEDGE_FILE),
  ) as RouterKnowledge;
  return { classifier: await readModel(folder), knowledge };
}

/** Bytes of a router's folder. */
export async function routerBytes(folder: string): Promise<number> {
  const sizes = await Promise.all(
    ROUTER_FILES.map(async (file) => (await stat(path.join(folder, file))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `${file} is not JSON (${(error as Error).message}); write the router again`,
    );
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
