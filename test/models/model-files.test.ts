import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  loadClassifier,
  logisticRegression,
  lookupBaseline,
  readModel,
  saveModel,
} from "lib/models";
import { tableOf } from "./tables.js";

const data = {
  features: tableOf({ x: [1, 2, 3, 4, 5, 6], y: [1, NaN, 1, 0, 0, 1] }),
  label: Uint8Array.of(0, 1, 0, 1, 0, 1),
};

test("a model comes back from its folder with the same predictions", async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "models-"));
  t.after(() => rm(folder, { recursive: true }));
  for (const family of [logisticRegression, lookupBaseline]) {
    const model = await family.fit(data);
    const place = path.join(folder, "deep", family.kind);
    const bytes = await saveModel(model, place);
    assert.equal(
      bytes,
      (await stat(path.join(place, "header.json"))).size +
        (await stat(path.join(place, "weights.bin"))).size,
    );
    assert.deepEqual(
      (await readModel(place)).predictProbability(data.features),
      model.predictProbability(data.features),
    );
  }
});

test("a damaged or foreign model is refused with the reason", async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "models-"));
  t.after(() => rm(folder, { recursive: true }));
  await saveModel(await lookupBaseline.fit(data), folder);
  const header = path.join(folder, "header.json");
  const text = await readFile(header, "utf8");
  await writeFile(path.join(folder, "weights.bin"), "other");
  await assert.rejects(readModel(folder), /weights.bin is not the file/);
  await writeFile(header, text.slice(0, 20));
  await assert.rejects(readModel(folder), /header.json is not JSON/);
  await writeFile(header, "{}");
  await assert.rejects(readModel(folder), /lacks the fields/);
  await assert.rejects(readModel(path.join(folder, "nowhere")), /ENOENT/);
  const artefact = (await lookupBaseline.fit(data)).toArtefact();
  assert.throws(() => loadClassifier({ ...artefact, kind: "oracle" }), /no model of kind "oracle"/);
  assert.throws(() => loadClassifier({ ...artefact, formatVersion: 9 }), /format 9/);
});
