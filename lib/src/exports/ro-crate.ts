import { createHash } from "node:crypto";
import path from "node:path";
import type { Manifest } from "../artefacts/index.js";

/** One node of a crate's graph (JSON-LD, flattened). */
export interface CrateEntity {
  "@id": string;
  "@type": string | string[];
  [property: string]: unknown;
}

export interface RoCrate {
  "@context": unknown;
  "@graph": CrateEntity[];
}

/** A file of the crate, as it will stand in its folder. */
export interface CrateFile {
  /** Path within the crate, with `/`. */
  file: string;
  content: string | Uint8Array;
  /** What it is, in a few words. */
  description: string;
}

const ref = (id: string): { "@id": string } => ({ "@id": id });
const LICENCE = "https://spdx.org/licenses/MIT";
/** By this the exported folder is known again as one of ours. */
export const STUDY_ID = "#lambda-or-ecs-study";
export const CRATE_FILE = "ro-crate-metadata.json";

const ENCODINGS: Readonly<Record<string, string>> = {
  ".csv": "text/csv",
  ".tex": "application/x-tex",
  ".svg": "image/svg+xml",
  ".pdf": "application/pdf",
  ".json": "application/json",
  ".cff": "application/yaml",
};

/**
 * The metadata file of a folder of exports by RO-Crate 1.1 (https://w3id.org/ro/crate/1.1): the
 * descriptor, the root data set with its files, and how they were made: program with its commit,
 * computer, logs, dates of the notebooks. Ids are relative; no path of this machine is in it.
 */
export function roCrate(manifest: Manifest, files: readonly CrateFile[]): RoCrate {
  const records = Object.values(manifest.notebooks);
  const finished = records.map(({ finishedAt }) => finishedAt).sort();
  const root: CrateEntity = {
    "@id": "./",
    "@type": "Dataset",
    name: `Lambda or ECS: ${manifest.run}`,
    description:
      `Tables and figures of the run "${manifest.run}"` +
      (manifest.simulated ? ", every number of which is simulated" : "") +
      ", made from " +
      (manifest.source.kind === "logs"
        ? `the logs "${manifest.source.name}"`
        : "a simulated campaign") +
      ` with seed ${manifest.seed}.`,
    datePublished: finished.at(-1)?.slice(0, 10) ?? "1970-01-01",
    license: ref(LICENCE),
    creator: ref("#authors"),
    hasPart: files.map(({ file }) => ref(encodeURI(file))),
    mentions: ref("#run"),
  };
  return {
    "@context": ["https://w3id.org/ro/crate/1.1/context", { sha256: "https://schema.org/sha256" }],
    "@graph": [
      {
        "@id": CRATE_FILE,
        "@type": "CreativeWork",
        conformsTo: ref("https://w3id.org/ro/crate/1.1"),
        about: ref("./"),
      },
      root,
      ...files.map(fileEntity),
      {
        "@id": LICENCE,
        "@type": "CreativeWork",
        name: "MIT License",
        description: "Licence of the program and of what it exports.",
      },
      { "@id": "#authors", "@type": "Organization", name: "The authors of lambda-or-ecs-study" },
      ...howItWasMade(manifest),
    ],
  };
}

function fileEntity({ file, content, description }: CrateFile): CrateEntity {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return {
    "@id": encodeURI(file),
    "@type": "File",
    name: path.posix.basename(file),
    description,
    encodingFormat: ENCODINGS[path.posix.extname(file)] ?? "application/octet-stream",
    contentSize: String(bytes.byteLength),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** The run as an action: with which program on which computer, from which logs, until when. */
function howItWasMade(manifest: Manifest): CrateEntity[] {
  const records = Object.values(manifest.notebooks);
  const last = records.toSorted((a, b) => (a.finishedAt < b.finishedAt ? -1 : 1)).at(-1);
  const { commit = null, changed = false } = last?.code ?? {};
  const { source } = manifest;
  const data: CrateEntity = {
    "@id": "#source",
    "@type": "Dataset",
    name: source.name,
    description:
      source.kind === "logs"
        ? "Load-test logs, which are not part of this crate."
        : "A campaign simulated by the program from its seed.",
    ...(source.sha256 === null ? {} : { identifier: `sha256:${source.sha256}` }),
  };
  const machine = last?.machine;
  const notebooks = Object.keys(manifest.notebooks).sort();
  return [
    {
      "@id": "#run",
      "@type": "CreateAction",
      name: `Run "${manifest.run}"`,
      description: `Seed ${manifest.seed}; notebooks ${notebooks.join(", ")}.`,
      ...(last ? { endTime: last.finishedAt } : {}),
      instrument: [ref(STUDY_ID), ...(machine ? [ref("#computer")] : [])],
      object: ref("#source"),
      result: ref("./"),
    },
    {
      "@id": STUDY_ID,
      "@type": "SoftwareApplication",
      name: "lambda-or-ecs-study",
      version: commit === null ? "no commit known" : `${commit}${changed ? " with changes" : ""}`,
      softwareRequirements: [
        ...(machine ? [`Node ${machine.node}`] : []),
        ...Object.entries(last?.packages ?? {}).map(([name, version]) => `${name} ${version}`),
      ],
    },
    data,
    ...(machine
      ? [
          {
            "@id": "#computer",
            "@type": "IndividualProduct",
            name: machine.cpu,
            description: `${machine.cpus} CPUs, ${machine.memoryGib} GiB of memory, ${machine.os}`,
          },
        ]
      : []),
  ];
}
