#!/usr/bin/env node
// `npx study <command>`: builds the library if its sources changed, then hands over to
// lib/src/commands.
import module from "node:module";
import { ensureBuilt } from "./setup.mjs";

// From Node 22.8 on compiled modules are kept in the system's temporary folder.
module.enableCompileCache?.();

ensureBuilt(["lib"]);
const { main } = await import("../dist/commands/index.js");
process.exitCode = await main(process.argv.slice(2));
