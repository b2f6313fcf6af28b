import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { ROUTER_FILES, saveRouter, serveRouter, type RouterServer } from "lib/routing";
import { smallRouter } from "../routing/small-router.js";
import { FUZZ_KINDS, fuzzFolder, type FuzzTools } from "./kinds.js";

/** `npm run fuzz` asks for more, from another seed each time, and prints it. */
const CASES = Number(process.env.FUZZ_CASES ?? 80);
const SEED = Number(process.env.FUZZ_SEED ?? 12);
const CORPUS = path.resolve("test", "fuzz", "corpus");

let tools: FuzzTools;
let server: RouterServer;

before(async () => {
  const folder = fuzzFolder();
  const router = await smallRouter();
  const saved = path.join(folder, "whole-router");
  await saveRouter(router, saved);
  const routerFiles = Object.fromEntries(
    ROUTER_FILES.map((file) => [file, readFileSync(path.join(saved, file))]),
  );
  server = await serveRouter(router);
  tools = { folder, router, routerFiles, url: server.url };
});

after(async () => {
  await server.close(0);
  rmSync(tools.folder, { recursive: true });
});

for (const kind of FUZZ_KINDS) {
  test(`${kind.name}: whatever comes in, an answer or a user's mistake`, async (t) => {
    await fc.assert(
      fc.asyncProperty(kind.input, async (input) => kind.holds(input, tools)),
      { numRuns: CASES, seed: SEED, includeErrorInReport: true },
    );
    t.diagnostic(`${CASES} cases from seed ${SEED}`);
  });

  test(`${kind.name}: what was found once stays mended`, async () => {
    const folder = path.join(CORPUS, kind.name.replaceAll(" ", "-"));
    const files = existsSync(folder) ? readdirSync(folder) : [];
    for (const file of files)
      await kind.holds(kind.fromCorpus(readFileSync(path.join(folder, file))), tools);
  });
}

test("every folder of the corpus belongs to a kind", () => {
  const known = FUZZ_KINDS.map(({ name }) => name.replaceAll(" ", "-"));
  assert.deepEqual(
    readdirSync(CORPUS).filter((folder) => !known.includes(folder) && folder !== "README.md"),
    [],
  );
});
