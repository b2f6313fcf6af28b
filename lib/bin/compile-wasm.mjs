// `npm run wasm`: compiles lib/wasm/boosting.ts (AssemblyScript) to the bytes that the boosting
// runs. They are kept with the sources, so that a fresh clone needs no further compiler; a test
// compiles again and compares.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const lib = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const source = path.join(lib, "wasm", "boosting.ts"),
  target = path.join(lib, "src", "models", "boosting-kernel-bytes.ts");
const OPTIONS = [
  "--runtime",
  "stub",
  "--noAssert",
  "-O3",
  "--enable",
  "simd",
  "--enable",
  "threads",
  "--importMemory",
  "--sharedMemory",
  "--initialMemory",
  "1",
  "--maximumMemory",
  "65536",
  "--noExportMemory",
];

/** The compiled module. */
export async function compileWasm() {
  const { default: asc } = await import("assemblyscript/asc");
  let bytes;
  const { error, stderr } = await asc.main(
    ["boosting.ts", "--outFile", "boosting.wasm", ...OPTIONS],
    {
      readFile: (name) => (name === "boosting.ts" ? readFileSync(source, "utf8") : null),
      writeFile: (name, content) => void (name === "boosting.wasm" && (bytes = content)),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return Buffer.from(bytes);
}

/** The module that holds them. */
export function moduleOf(bytes) {
  const lines = bytes
    .toString("base64")
    .match(/.{1,140}/g)
    .map((line) => `  "${line}"`);
  return (
    "/** Written by `npm run wasm` from lib/wasm/boosting.ts; base64. */\n" +
    `export const BOOSTING_KERNEL =\n${lines.join(" +\n")};\n`
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(target, moduleOf(await compileWasm()));
  console.log(`${path.relative(process.cwd(), target)} written`);
}
