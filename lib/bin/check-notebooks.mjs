#!/usr/bin/env node
// `npm run check:notebooks [-- FILE ...]`: type-checks the cells of the notebooks against the
// library without executing them. Exit status 1 when a cell does not agree with it.
import { readdirSync } from "node:fs";
import path from "node:path";
import { ensureBuilt, root } from "./setup.mjs";

ensureBuilt(["lib"]);
const { checkNotebookTypes, describeTypeError } = await import("../dist/runner/index.js");
const given = process.argv.slice(2);
const notebooks = given.length > 0 ? given : everyNotebook();
const errors = await checkNotebookTypes(notebooks);
for (const error of errors) console.error(describeTypeError(error));
const said = errors.length === 0 ? "no error" : `${errors.length} errors`;
console.log(`${notebooks.length} notebooks: ${said} in their cells`);
process.exitCode = errors.length === 0 ? 0 : 1;

/** Relative to here, so that errors name `notebooks/…`. */
function everyNotebook() {
  const folder = path.join(root, "notebooks");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ipynb"))
    .sort()
    .map((file) => path.relative(process.cwd(), path.join(folder, file)));
}
