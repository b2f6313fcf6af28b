import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { artilleryPhases } from "./artillery-phases.js";
import { CollectError } from "./collect-error.js";
/** Artillery's own command, in a process of its own, working off a session. */
export class ArtilleryProcess {
    pid;
    /** Resolves when the process is gone, with what it printed last. */
    exited;
    child;
    /** Writes script and session, and starts it. */
    constructor({ session, timeoutMs, workFolder, onMessage, onRun }) {
        const { phases, runOfPhase } = artilleryPhases(session.runs, session.clockSpeed);
        mkdirSync(workFolder, { recursive: true });
        const file = (name, text) => {
            writeFileSync(path.join(workFolder, name), text);
            return path.join(workFolder, name);
        };
        const sessionFile = file("session.json", JSON.stringify(session));
        // Artillery loads what is named by a path; these hand on to the compiled modules.
        file("processor.mjs", `export * from ${JSON.stringify(new URL("./processor.js", import.meta.url).href)};\n`);
        const reporter = file("reporter.mjs", "export { default } from " +
            `${JSON.stringify(new URL("./reporter.js", import.meta.url).href)};\n`);
        const script = file("script.json", JSON.stringify(collectScript(phases, timeoutMs), null, 2));
        this.child = spawn(process.execPath, [artilleryProgram(), "run", "--quiet", script], {
            cwd: workFolder,
            // In a process group of its own, so that Ctrl-C reaches the collector alone.
            detached: true,
            stdio: ["ignore", "pipe", "pipe", "ipc"],
            env: {
                ...surroundings(session),
                ARTILLERY_DISABLE_TELEMETRY: "true",
                CUSTOM_REPORTERS: reporter,
                STUDY_COLLECT_SESSION: sessionFile,
            },
        });
        this.pid = this.child.pid ?? 0;
        let printed = "";
        for (const stream of [this.child.stdout, this.child.stderr])
            stream
                .setEncoding("utf8")
                .on("data", (text) => (printed = (printed + text).slice(-2000)));
        this.exited = new Promise((resolve, reject) => {
            this.child.once("error", (error) => reject(new CollectError(`Artillery could not be started: ${error.message}`)));
            this.child.once("close", () => resolve(printed.trim()));
        });
        this.child.on("message", (message) => {
            if (message.type === "phase" && runOfPhase.has(message.index))
                onRun(runOfPhase.get(message.index));
            onMessage(message);
        });
    }
    /** Sends nothing more; a message "drained" follows when all in flight have their rows. */
    stop() {
        if (this.child.connected)
            this.child.send({ type: "stop" });
    }
    /**
     * Ends the process at once. Its rows are written as they come: none is lost that has an answer.
     */
    end() {
        this.child.kill("SIGKILL");
    }
}
/**
 * The environment without what would make Artillery something else: a debugger's output, and a
 * proxy before this machine's own address.
 */
function surroundings({ baseUrl }) {
    const { DEBUG: _debug, NODE_OPTIONS: _options, ...rest } = process.env;
    const { HTTP_PROXY: _http, HTTPS_PROXY: _https, ...direct } = rest;
    return Object.values(baseUrl).every((url) => ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname))
        ? direct
        : rest;
}
/** The script: one scenario, because which request comes next is decided already. */
function collectScript(phases, timeoutMs) {
    const post = {
        url: "/",
        ifTrue: "hasTurn",
        followRedirect: false,
        beforeRequest: ["send"],
        afterResponse: ["recordAnswer"],
    };
    return {
        config: {
            // Every request gets its own URL; one that did not would go nowhere.
            target: "http://127.0.0.1:9",
            processor: "./processor.mjs",
            http: { timeout: timeoutMs / 1000 },
            phases,
        },
        scenarios: [
            {
                name: "the next planned request",
                onError: ["recordError"],
                flow: [{ function: "takeTurn" }, { post }],
            },
        ],
    };
}
function artilleryProgram() {
    const require = createRequire(import.meta.url);
    return path.join(path.dirname(require.resolve("artillery/package.json")), "bin", "run");
}
//# sourceMappingURL=artillery-process.js.map