#!/usr/bin/env node
// `npx study <command>`: builds the library if its sources changed, then hands over to
// lib/src/commands.
import { ensureBuilt } from "./setup.mjs";

// `study audit ... | head` closes the pipe when it has seen enough; that is no error of ours.
process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
ensureBuilt(["lib"]);
const { main } = await import("../dist/commands/index.js");
process.exitCode = await main(process.argv.slice(2));
