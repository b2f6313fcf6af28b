import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const ENTRY = fileURLToPath(new URL("../what-if/what-if.js", import.meta.url));

/**
 * The library's what-if function for a page, as the global `WhatIf`. Of the rooms it imports only
 * what it calls is kept; packages and Node's modules, which it must not need, are left empty.
 */
export async function whatIfBundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    globalName: "WhatIf",
    target: "es2020",
    logLevel: "silent",
    plugins: [OWN_FILES_ONLY],
  });
  return outputFiles[0].text;
}

const OWN_FILES_ONLY: Plugin = {
  name: "own-files-only",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
      kind === "entry-point" ? null : { path: name, namespace: "left-out", sideEffects: false },
    );
    onResolve({ filter: /^\./ }, ({ path: name, resolveDir }) => ({
      path: path.resolve(resolveDir, name),
      sideEffects: false,
    }));
    onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
      contents: "module.exports = {};",
      loader: "js",
    }));
  },
};
