import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

const OURS = ["lib/src", "lib/bin", "test", "bench", "docs", "artillery-tests", "notebooks"];
const AT_THE_TOP = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "eslint.config.mjs"];

/** Texts that somebody wrote: sources, documents, notebooks. */
function texts(): string[] {
  const below = OURS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
      path.posix.join(folder, file.split(path.sep).join("/")),
    ),
  );
  return [...below, ...AT_THE_TOP].filter(
    (file) => /\.(ts|mjs|md|ipynb)$/.test(file) && !/(^|\/)(dist|node_modules)\//.test(file),
  );
}

/** Notes of the project's makers that were never part of it; spelt so that this file has none. */
const ABSENT = [
  "CALIBRA" + "TION",
  "DOMA" + "IN",
  "ECOSYS" + "TEM",
  "TRI" + "ALS",
  "DESIGN" + ".md",
];

test("nothing cites a document that is not here, and links in documents lead somewhere", () => {
  const files = texts();
  assert.ok(files.length > 600, `${files.length} files were found`);
  const cited = new RegExp(`\\b(${ABSENT.join("|")})\\b`);
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    assert.doesNotMatch(text, cited, file);
    if (!file.endsWith(".md")) continue;
    for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      assert.ok(existsSync(path.join(path.dirname(file), target)), `${file} links to ${target}`);
  }
});

/** Written by a program: `npm run wasm`. */
const GENERATED = "lib/src/models/boosting-kernel-bytes.ts";

test("no line is wider than the formatter's 100 characters, but for an address", () => {
  const sources = ["lib/src", "lib/bin", "bench"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
      path.posix.join(folder, file.split(path.sep).join("/")),
    ),
  );
  const ours = sources.filter(
    (file) => /\.(ts|mjs|js)$/.test(file) && !/\/dist\//.test(file) && file !== GENERATED,
  );
  assert.ok(ours.length > 400, `${ours.length} files were found`);
  const wide = ours.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, i) =>
        line.length > 100 && !/https?:\/\/\S{80}/.test(line) ? [`${file}:${i + 1}`] : [],
      ),
  );
  assert.deepEqual(wide, []);
});

test("a source that a constant names is a section of docs/SOURCES.md", () => {
  const sources = readFileSync("docs/SOURCES.md", "utf8").toLowerCase();
  const sections = [...sources.matchAll(/^## (.+)$|\*\*(.+?)\*\*/gm)].map(([, a, b]) => a ?? b);
  let named = 0;
  for (const file of texts().filter((one) => one.startsWith("lib/src")))
    for (const [, name] of readFileSync(file, "utf8").matchAll(/\bSOURCES, ([^.:;"\n]+)/g)) {
      named++;
      const known = sections.some(
        (section) =>
          name.toLowerCase().startsWith(section) || section.startsWith(name.trim().toLowerCase()),
      );
      assert.ok(known, `${file} names "${name}"; there are ${sections.join("; ")}`);
    }
  assert.ok(named > 10, `${named} names were found`);
});

test("every direct dependency, alias and override has its reason in docs/DEPENDENCIES.md", () => {
  const about = readFileSync("docs/DEPENDENCIES.md", "utf8");
  const listed = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, object>;
  const names = ["dependencies", "optionalDependencies", "devDependencies", "overrides"].flatMap(
    (kind) => Object.keys(listed[kind]),
  );
  const missing = names.filter((name) => !new RegExp(`(^\\| |, )${name}[ ,>|]`, "m").test(about));
  assert.deepEqual(missing, []);
});

test("package.json, the Nodes that are tested and the documents name the same versions", () => {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as {
    engines: { node: string };
  };
  assert.equal(engines.node, ">=20.19 <27");
  const lines = /const LINES = \[(.*)\]/.exec(readFileSync("test/nodes.mjs", "utf8"))![1];
  assert.equal(lines, '"20.19", "22", "24", "26"');
  for (const file of ["README.md", "CHANGELOG.md"])
    for (const line of ["20.19", "22", "24", "26"])
      assert.match(readFileSync(file, "utf8"), new RegExp(`\\b${line}\\b`), file);
  assert.match(readFileSync("environment.yml", "utf8"), /nodejs >=24,<27/);
});

/** Rooms whose doors were cleared: what nobody outside uses stays inside. */
const CLEARED = ["statistics", "features", "attainability", "audit", "explain", "routing"];

test("a value that leaves a door is used outside it", async () => {
  const files = texts().filter((file) => !file.endsWith(".md"));
  const wordsOf = new Map(
    files.map((file) => [file, new Set(readFileSync(file, "utf8").match(/[A-Za-z_$][\w$]*/g))]),
  );
  for (const room of CLEARED) {
    const door = Object.keys((await import(`lib/${room}`)) as object);
    const outside = [...wordsOf].filter(([file]) => !file.startsWith(`lib/src/${room}/`));
    assert.deepEqual(
      door.filter((name) => !outside.some(([, words]) => words.has(name))),
      [],
      `of lib/src/${room}/index.ts`,
    );
  }
});
