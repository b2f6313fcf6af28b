import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { parse as parseYaml } from "yaml";
import type { Manifest } from "lib/artefacts";
import { showTable } from "lib/display";
import { findChromium, writeExports, type CrateEntity, type RoCrate } from "lib/exports";
import { notebookOutputs } from "../display/notebook-outputs.js";
import { display, figureOutput, writeNotebookFile } from "../report/notebooks.js";
import { temporaryFolder } from "../runner/temporary-notebooks.js";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const MANIFEST: Manifest = {
  format: 3,
  run: "test",
  source: { kind: "logs", name: "my-logs", location: "/home/me/my-logs", sha256: "ab".repeat(32) },
  seed: 7,
  settings: { stated: {}, options: [] },
  effective: {},
  simulated: false,
  notebooks: {
    "01_plots": {
      finishedAt: "2026-01-02T03:04:05.000Z",
      seconds: 1,
      code: { commit: SHA, changed: false },
      machine: { node: "v20.19.0", os: "Linux 6 x64", cpu: "A CPU", cpus: 2, memoryGib: 8 },
      packages: { arquero: "8.0.3" },
      inputs: [],
      outputs: [],
    },
  },
};

/** A run's folder: a manifest, and a notebook with two tables (one of an earlier version), a figure. */
async function runOf(t: TestContext): Promise<{ runFolder: string; outFolder: string }> {
  const folder = temporaryFolder(t);
  const runFolder = path.join(folder, "run");
  mkdirSync(path.join(runFolder, "notebooks"), { recursive: true });
  writeFileSync(path.join(runFolder, "manifest.json"), JSON.stringify(MANIFEST));
  const [table] = notebookOutputs(t, () =>
    showTable([{ workload: "=evil()", rows: 3 }], { caption: "Rows, by workload" }),
  );
  const old = { "text/html": table["text/html"], "text/plain": "x" };
  writeNotebookFile(path.join(runFolder, "notebooks"), "01_plots", [
    "# Plots",
    {
      code: "show()",
      outputs: [display(table), display(old), await figureOutput("Time, by size", "one")],
    },
  ]);
  return { runFolder, outFolder: path.join(folder, "out") };
}

test("a run's tables, figures and their data are written, and what could not be is said", async (t) => {
  const run = await runOf(t);
  const exported = await writeExports(run, null);
  const read = (file: string): string => readFileSync(path.join(run.outFolder, file), "utf8");
  assert.deepEqual([exported.tables, exported.figures, exported.pdfs], [1, 1, 0]);
  assert.equal(read("tables/01-01-rows-by-workload.csv"), "workload,rows\n'=evil(),3\n");
  assert.match(read("tables/01-01-rows-by-workload.tex"), /\n=evil\(\) & 3 \\\\\n/);
  assert.match(read("figures/01-01-time-by-size.svg"), /^<svg role="img"/);
  assert.equal(
    read("figures/01-01-time-by-size.csv"),
    "series,x: x,y: time (ms)\nLambda,a,1\nLambda,b,2\n",
  );
  assert.match(exported.missing[0], /1 table of 01_plots .* --only 01$/);
  assert.match(exported.missing[1], /no PDF of a figure: there is no Chromium/);
  // No path of the machine leaves it.
  for (const file of exported.files.filter((name) => !name.endsWith(".pdf")))
    assert.ok(!read(file).includes("/home/me"), file);
  assert.match(read("CITATION.cff"), new RegExp(`^commit: ${SHA}$`, "m"));
});

test("an export is replaced by the next; a folder of other files is left alone", async (t) => {
  const run = await runOf(t);
  await writeExports(run, null);
  writeFileSync(path.join(run.outFolder, "figures", "old.svg"), "x");
  await writeExports(run, null);
  assert.ok(!existsSync(path.join(run.outFolder, "figures", "old.svg")));
  const other = path.join(run.runFolder, "..", "mine");
  mkdirSync(other);
  writeFileSync(path.join(other, "thesis.tex"), "x");
  await assert.rejects(writeExports({ ...run, outFolder: other }, null), /not an export/);
  assert.deepEqual(readdirSync(other), ["thesis.tex"]);
});

test("the crate describes every file there is, as RO-Crate 1.1 requires", async (t) => {
  const { outFolder, ...run } = await runOf(t);
  const { files } = await writeExports({ outFolder, ...run }, null);
  const text = readFileSync(path.join(outFolder, "ro-crate-metadata.json"), "utf8");
  const crate = JSON.parse(text) as RoCrate;
  const graph = crate["@graph"];
  const entity = (id: string): CrateEntity => graph.find((one) => one["@id"] === id)!;
  assert.equal((crate["@context"] as unknown[])[0], "https://w3id.org/ro/crate/1.1/context");
  const descriptor = entity("ro-crate-metadata.json");
  assert.equal(descriptor["@type"], "CreativeWork");
  assert.deepEqual(descriptor.about, { "@id": "./" });
  assert.deepEqual(descriptor.conformsTo, { "@id": "https://w3id.org/ro/crate/1.1" });
  const root = entity("./");
  assert.equal(root["@type"], "Dataset");
  assert.equal(root.datePublished, "2026-01-02");
  for (const property of ["name", "description", "license"]) assert.ok(root[property], property);
  const parts = (root.hasPart as { "@id": string }[]).map((part) => part["@id"]);
  assert.deepEqual(
    parts.toSorted(),
    files.filter((file) => file !== "ro-crate-metadata.json").toSorted(),
  );
  for (const id of parts) {
    const file = entity(id);
    const bytes = readFileSync(path.join(outFolder, id));
    assert.equal(file["@type"], "File");
    assert.equal(file.contentSize, String(bytes.byteLength));
    assert.equal(file.sha256, createHash("sha256").update(bytes).digest("hex"));
    assert.notEqual(file.encodingFormat, "application/octet-stream", id);
  }
  // The graph is flat: whatever is referred to stands in it, and nothing twice.
  const ids = graph.map((one) => one["@id"]);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, id] of text.matchAll(/\{\s*"@id": "([^"]+)"\s*\}/g))
    assert.ok(ids.includes(id) || id.startsWith("https://w3id.org/"), id);
  assert.ok(String(entity("#lambda-or-ecs-study").version).includes(SHA));
  assert.match(String(entity("#computer").description), /^2 CPUs, 8 GiB of memory, Linux/);
});

test("CITATION.cff has what version 1.2.0 of its format requires", () => {
  const citation = parseYaml(readFileSync("CITATION.cff", "utf8")) as Record<string, unknown>;
  assert.equal(citation["cff-version"], "1.2.0");
  for (const field of ["message", "title"]) assert.equal(typeof citation[field], "string");
  assert.ok((citation.authors as { name: string }[])[0].name.length > 0);
  const { version, license } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest & {
    version: string;
    license: string;
  };
  assert.deepEqual([citation.version, citation.license], [version, license]);
});

const chromium = findChromium();
test(
  "a figure's PDF is one page of the picture's size",
  { skip: chromium === null ? "no Chromium here" : false },
  async (t) => {
    const run = await runOf(t);
    const { pdfs } = await writeExports(run, chromium);
    assert.equal(pdfs, 1);
    const file = path.join(run.outFolder, "figures", "01-01-time-by-size.pdf");
    const pdf = readFileSync(file, "latin1");
    assert.match(pdf, /^%PDF-1\./);
    assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 1);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
    const svg = readFileSync(file.replace(".pdf", ".svg"), "utf8");
    const [, px, py] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
    // 96 px and 72 points make an inch.
    assert.ok(Math.abs(Number(width) - 0.75 * Number(px)) < 1, width);
    assert.ok(Math.abs(Number(height) - 0.75 * Number(py)) < 1, height);
  },
);
