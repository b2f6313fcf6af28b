// TypeScript as tslab uses it, made strict and made to remember which line of a cell each line of JavaScript came from.
"use strict";

const { SourceMap } = require("node:module");

const INLINE_MAP =
  /\n\/\/# sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,(\S+)\s*$/;
/** tslab puts this many lines ("export {};") before the source of a cell. */
const LINES_BEFORE_CELL = 1;

/**
 * Puts a wrapped TypeScript module in the place of the one tslab is about to load (its exports are read-only).
 * tslab compiles a cell twice, TypeScript to ES module and ES module to CommonJS; both maps are kept and chained.
 * Returns the TypeScript version and `lastMap()`, which gives a function from (line, column) of the JavaScript made last
 * to {line, column} of the cell, 1-based, or null.
 */
exports.installCompiler = function installCompiler(requireFromRoot) {
  const tslabRequire = require("node:module").createRequire(
    requireFromRoot.resolve("tslab/package.json"),
  );
  const id = tslabRequire.resolve("@tslab/typescript-for-tslab");
  const original = tslabRequire(id);
  let lastMap = () => null;

  // tslab watches every declaration file it reads. A kernel keeps the modules it has loaded, so it keeps their types too:
  // a library that is rebuilt counts from the next start on.
  original.sys.watchFile = original.sys.watchDirectory = () => ({ close() {} });

  const wrapped = {};
  for (const name of Object.keys(original)) {
    Object.defineProperty(wrapped, name, {
      get: () => original[name],
      enumerable: true,
      configurable: true,
    });
  }
  const replace = (name, value) =>
    Object.defineProperty(wrapped, name, { value, enumerable: true });

  replace("createWatchCompilerHost", (files, options, ...rest) =>
    original.createWatchCompilerHost(
      files,
      // Only Node's own ambient types: without `types`, every package under node_modules/@types is read (0.7 s).
      { ...options, strict: true, types: ["node"], inlineSourceMap: true },
      ...rest,
    ),
  );

  replace("transpileModule", (code, options) => {
    const inline = INLINE_MAP.exec(code);
    const source = inline ? code.slice(0, inline.index) : code;
    const result = original.transpileModule(source, {
      ...options,
      compilerOptions: { ...options.compilerOptions, sourceMap: true },
    });
    const first = inline && JSON.parse(Buffer.from(inline[1], "base64").toString("utf8"));
    if (first?.file === "__tslab__.js") {
      const maps = [new SourceMap(JSON.parse(result.sourceMapText)), new SourceMap(first)];
      lastMap = (line, column) => mapBack(maps, line, column);
    }
    return {
      ...result,
      outputText: result.outputText.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n"),
    };
  });

  require.cache[id].exports = wrapped;
  return { version: original.version, lastMap: () => lastMap };
};

/** Follows one position through the maps, last compilation first; null where the code has no origin in the cell. */
function mapBack(maps, line, column) {
  let position = { line: line - 1, column: column - 1 };
  for (const map of maps) {
    const entry = map.findEntry(position.line, position.column);
    if (entry.originalLine === undefined) return null;
    position = { line: entry.originalLine, column: entry.originalColumn };
  }
  const cellLine = position.line + 1 - LINES_BEFORE_CELL;
  return cellLine < 1 ? null : { line: cellLine, column: position.column + 1 };
}
