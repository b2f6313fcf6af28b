import { spawn } from "node:child_process";
import path from "node:path";
/** Folder of the project: this file is lib/dist/runner/kernel-process.js below it. */
const PROJECT = path.resolve(import.meta.dirname, "..", "..", "..");
/**
 * The launcher that Jupyter starts too (jupyter/kernels/tslab/kernel.json), here with the Node that
 * runs this program.
 */
const LAUNCHER = path.join(PROJECT, "jupyter", "kernels", "tslab", "kernel.cjs");
/** Characters kept of what the process writes past the protocol. */
const LAST_WORDS = 4000;
/** A kernel that ended, or could not be started, without having been asked to. */
export class KernelDiedError extends Error {
    name = "KernelDiedError";
}
/**
 * The operating system's side of a kernel: one process group, so that whatever a cell started ends
 * with it.
 */
export class KernelProcess {
    /** Settles when the process is gone, with a sentence on how it ended. Never rejects. */
    ended;
    #child;
    #output = "";
    #ending;
    // Should this program end without having shut the kernel down (an uncaught error, process.exit),
    // the group ends with it.
    #killAtExit = () => this.signal("SIGKILL");
    constructor(connectionFile, env) {
        this.#child = spawn(process.execPath, [LAUNCHER, connectionFile], {
            // a process group of its own; Ctrl-C in the terminal then reaches only this program
            detached: true,
            stdio: ["ignore", "pipe", "pipe"],
            env: { ...process.env, ...env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
        });
        for (const stream of [this.#child.stdout, this.#child.stderr]) {
            stream
                .setEncoding("utf8")
                .on("data", (text) => (this.#output = (this.#output + text).slice(-LAST_WORDS)));
        }
        process.once("exit", this.#killAtExit);
        this.ended = new Promise((resolve) => {
            const end = (sentence) => {
                if (this.#ending !== undefined)
                    return;
                this.#ending = sentence;
                this.signal("SIGKILL"); // children of a kernel that died by itself
                process.off("exit", this.#killAtExit);
                resolve(sentence);
            };
            this.#child.once("error", (error) => end(`the kernel could not be started: ${error.message}`));
            // "close" comes when the pipes are drained too, but a grandchild may hold them open: wait for
            // it only shortly.
            this.#child.once("close", (code, signal) => end(endingSentence(code, signal)));
            this.#child.once("exit", (code, signal) => setTimeout(() => end(endingSentence(code, signal)), 100));
        });
    }
    /** How the process ended; undefined while it runs. */
    get ending() {
        return this.#ending;
    }
    /**
     * The end of what the process wrote past the protocol: an out-of-memory message, a crash in
     * native code.
     */
    get lastWords() {
        return this.#output.trim();
    }
    /** An error that tells how the kernel ended and what it last said. */
    diedError() {
        const words = this.lastWords === "" ? "It left no message." : `Its last words:\n${this.lastWords}`;
        return new KernelDiedError(`${this.#ending ?? "the kernel does not answer"}. ${words}`);
    }
    /**
     * Interrupts the running cell (SIGINT to the kernel alone: a cell's children keep running, as
     * under Jupyter).
     */
    interrupt() {
        if (this.#ending === undefined)
            this.#child.kill("SIGINT");
    }
    /** Sends a signal to the whole process group; one that is gone already is left in peace. */
    signal(signal) {
        if (this.#child.pid === undefined)
            return;
        try {
            process.kill(-this.#child.pid, signal);
        }
        catch {
            this.#child.kill(signal); // no process groups (Windows), or none left
        }
    }
    /**
     * Ends the process group: SIGTERM, then SIGKILL after `graceMs`. Resolves when the kernel is
     * gone.
     */
    async terminate(graceMs) {
        if (this.#ending === undefined)
            this.signal("SIGTERM");
        const timer = setTimeout(() => this.signal("SIGKILL"), graceMs);
        await this.ended;
        clearTimeout(timer);
    }
}
function endingSentence(code, signal) {
    return signal ? `the kernel was ended by ${signal}` : `the kernel ended with exit status ${code}`;
}
//# sourceMappingURL=kernel-process.js.map