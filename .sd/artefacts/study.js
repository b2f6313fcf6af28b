import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { csvLine } from "../features/index.js";
import { markSimulated, sha256OfFile } from "../requests/index.js";
import { freshnessOf } from "./freshness.js";
import { gatesFile } from "./gates.js";
import { codeVersion, packageVersions, thisMachine } from "./machine.js";
import { readManifest, recordNotebook, } from "./manifest.js";
import { runFolder } from "./project-root.js";
import { beginRun, chooseRun, rememberRun } from "./run.js";
import { clearOwnParts, makeWhole, partialName, writeWhole } from "./whole-files.js";
export { PROJECT_ROOT } from "./project-root.js";
/**
 * Opens the run that the options, the environment or the last notebook name; without any, the
 * simulated study with seed 42. Throws where the run's folder holds a run of other logs or of
 * another seed.
 */
export function openStudy(notebook, options = {}) {
    const chosen = chooseRun(options);
    const { source } = beginRun(chosen);
    rememberRun(chosen);
    const simulated = chosen.data === null;
    markSimulated(simulated);
    const collects = options.collect ?? process.env.STUDY_COLLECT === "1";
    return new OpenStudy(notebook, chosen.run, { source, seed: chosen.seed, simulated, collects });
}
class OpenStudy {
    notebook;
    run;
    folder;
    source;
    seed;
    simulated;
    collects;
    #startedMs = performance.now();
    #read = new Map();
    #written = new Set();
    constructor(notebook, run, made) {
        this.notebook = notebook;
        this.run = run;
        this.folder = runFolder(run);
        this.source = made.source;
        this.seed = made.seed;
        this.simulated = made.simulated;
        this.collects = made.collects;
    }
    path(name) {
        const full = path.resolve(this.folder, name);
        if (!full.startsWith(this.folder + path.sep))
            throw new Error(`an artefact stays inside its run's folder; "${name}" does not`);
        return full;
    }
    exists(name) {
        return existsSync(this.path(name));
    }
    readJson(name, writtenBy) {
        return JSON.parse(Buffer.from(this.readBytes(name, writtenBy)).toString("utf8"));
    }
    readBytes(name, writtenBy) {
        return readFileSync(this.pathOf(name, writtenBy));
    }
    pathOf(name, writtenBy) {
        const full = this.path(name);
        if (!existsSync(full))
            throw new Error(`processed-data/${this.run}/${name} is not there: run notebook ${writtenBy} first`);
        for (const file of this.#filesOf(name))
            if (!this.#written.has(file))
                this.#use(file, writtenBy);
        return full;
    }
    madeFrom({ file, sha256 }) {
        if ((this.#read.get(file) ?? sha256) !== sha256)
            throw new Error(`${file} changed while this notebook was open: run notebook ${this.notebook} again from ` +
                "its beginning");
        this.#read.set(file, sha256);
    }
    writeJson(name, value) {
        this.#write(name, JSON.stringify(value, null, 2) + "\n");
    }
    writeText(name, text) {
        this.#write(name, text);
    }
    writeCsv(name, rows) {
        this.#write(name, csv(rows));
    }
    writeBytes(name, bytes) {
        this.#write(name, bytes);
    }
    #write(name, content) {
        writeWhole(this.path(name), content);
        this.#written.add(name);
    }
    #use(file, writtenBy) {
        const manifest = readManifest(this.folder);
        const stale = manifest ? freshnessOf(this.folder, manifest).whyStale(file, writtenBy) : null;
        if (stale)
            throw new Error(`processed-data/${this.run}: ${stale}`);
        this.madeFrom({ file, sha256: sha256OfFile(this.path(file)) });
    }
    async write(name, make) {
        const partial = this.path(partialName(name));
        const made = await makeWhole(this.path(name), partial, make);
        for (const file of this.#written)
            if (file === name || file.startsWith(`${name}/`))
                this.#written.delete(file);
        for (const file of this.#filesOf(name))
            this.#written.add(file);
        return made;
    }
    /** A file's own name, or the names of all files of a folder, in a fixed order. */
    #filesOf(name) {
        const full = this.path(name);
        if (!statSync(full).isDirectory())
            return [name];
        return readdirSync(full, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => path.relative(this.folder, path.join(entry.parentPath, entry.name)))
            .map((file) => file.split(path.sep).join("/"))
            .sort();
    }
    finish(gates = [], inputs = []) {
        if (gates.length > 0)
            this.writeJson(gatesFile(this.notebook), gates);
        const outputs = [...this.#written].sort();
        const read = [...this.#read].map(([file, sha256]) => ({ file, sha256 }));
        const record = {
            finishedAt: new Date().toISOString(),
            seconds: (performance.now() - this.#startedMs) / 1000,
            code: codeVersion(),
            machine: thisMachine(),
            packages: packageVersions(),
            inputs: [...inputs.map(({ file, sha256 }) => ({ file, sha256 })), ...read],
            outputs: outputs.map((file) => ({ file, sha256: sha256OfFile(this.path(file)) })),
        };
        clearOwnParts(this.folder);
        recordNotebook(this.folder, this.notebook, { simulated: this.simulated, record });
        return `processed-data/${this.run}/ now holds ${outputs.join(", ")}`;
    }
}
function csv(rows) {
    return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
        .map(csvLine)
        .join("");
}
//# sourceMappingURL=study.js.map