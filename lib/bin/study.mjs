#!/usr/bin/env node
// `npx study <command>`: builds the library if its sources changed, then hands over to
// lib/src/commands.
import { ensureBuilt } from "./setup.mjs";

ensureBuilt(["lib"]);
const { main } = await import("../dist/commands/index.js");
process.exitCode = await main(process.argv.slice(2));
