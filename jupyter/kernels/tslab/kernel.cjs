// The project's Jupyter kernel: tslab with its defects mended. `node kernel.cjs <connection file>`
//
// tslab compiles and runs the cells; what is replaced here is what makes it unsafe to batch with:
// its server loses output and hides errors (server.cjs), its compiler is not strict (compiler.cjs),
// and errors name neither the cell nor the line (errors.cjs). Cells run in the project's root,
// from whichever folder Jupyter started the kernel, so `lib/...` and relative paths mean the same everywhere.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { Worker } = require("node:worker_threads");
const { createRequire } = require("node:module");

/** The nearest folder, upwards from one of the starting folders, that has tslab installed. */
function findRoot(...starts) {
  for (const start of starts) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      if (fs.existsSync(path.join(folder, "node_modules", "tslab", "package.json"))) return folder;
      if (folder === path.dirname(folder)) break;
    }
  }
  console.error(
    `No node_modules/tslab above ${starts.join(" or ")}. Run "npm ci" in the project's folder.`,
  );
  process.exit(2);
}

// The folder of this file first; where somebody copied the kernelspec away ("jupyter kernelspec install"), the notebook's.
const root = findRoot(__dirname, process.cwd());
process.chdir(root);
const requireFromRoot = createRequire(path.join(root, "kernel.cjs"));

// Stack traces then name lib/src/*.ts instead of lib/dist/*.js.
process.setSourceMapsEnabled(true);

// Node's own printer puts the process id into each warning, which would make every run's output differ.
process.removeAllListeners("warning");
process.on("warning", (warning) => process.stderr.write(`${warning.name}: ${warning.message}\n`));

const compiler = require("./compiler.cjs").installCompiler(requireFromRoot); // before tslab loads TypeScript
const { createSession } = require("./session.cjs");
const { createServer } = require("./server.cjs");

const session = createSession(requireFromRoot, root, compiler);
const server = createServer(requireFromRoot, session, compiler.version);

process.on("SIGINT", () => session.interrupt());
process.on("SIGTERM", () => process.exit(143)); // so that "exit" listeners of libraries run
process.on("unhandledRejection", (reason) => server.fault("Unhandled promise rejection", reason));
process.on("uncaughtException", (error) => server.fault("Uncaught exception", error));

// A kernel whose parent was killed outright must not live on. Jupyter and the runner both make the kernel the leader of
// its process group; where it is not, there is no such group and the call fails without harm.
// A thread of its own looks for it: a cell that computes leaves this one no moment to.
new Worker(
  `const parent = process.ppid;
  setInterval(() => {
    if (process.ppid === parent) return;
    try {
      process.kill(-process.pid, "SIGKILL");
    } catch {
      process.kill(process.pid, "SIGKILL");
    }
  }, 500);`,
  { eval: true },
).unref();

server.listen(process.argv[2]).catch((error) => {
  console.error(error);
  process.exit(1);
});
