import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Dealer, Subscriber } from "zeromq";
import { createConnection } from "./connection.js";
import { KernelProcess } from "./kernel-process.js";
import { decodeMessage, encodeRequest } from "./messages.js";
const INTERRUPT_AGAIN_MS = 200;
/**
 * One running tslab kernel and the client's side of the Jupyter protocol (version 5.3, over
 * ZeroMQ). `await Kernel.start()`, `execute` cell by cell, `shutdown` in the end, whatever
 * happened.
 */
export class Kernel {
    /** The kernel's language_info, as notebooks keep it in their metadata. */
    languageInfo = {};
    /**
     * Called with messages about requests that are done: output that comes late, a rejection after
     * its cell ended.
     */
    onLateMessage = () => { };
    #connection;
    #process;
    #session = randomUUID();
    #pending = new Map();
    #shell = new Dealer({ routingId: this.#session, receiveHighWaterMark: 0, linger: 0 });
    #control = new Dealer({ routingId: this.#session, linger: 0 });
    #iopub = new Subscriber({ receiveHighWaterMark: 0, linger: 0 });
    #closed = false;
    constructor(connection, process) {
        this.#connection = connection;
        this.#process = process;
        this.#iopub.subscribe();
        this.#shell.connect(connection.address("shell"));
        this.#control.connect(connection.address("control"));
        this.#iopub.connect(connection.address("iopub"));
        for (const socket of [this.#shell, this.#control, this.#iopub])
            void this.#read(socket);
        void this.#process.ended.then(() => this.#failAll(this.#process.diedError()));
    }
    /**
     * Starts a kernel in the project's root and waits until it answers. Throws KernelDiedError where
     * it does not.
     */
    static async start(options = {}, signal) {
        const connection = await createConnection();
        const kernel = new Kernel(connection, new KernelProcess(connection.file, options.env ?? {}));
        try {
            await kernel.#ready(performance.now() + (options.startLimitMs ?? 60_000), signal);
            return kernel;
        }
        catch (error) {
            await kernel.kill();
            throw error;
        }
    }
    /**
     * Runs one cell. `onOutput` gets its messages (stream, display_data, update_display_data,
     * execute_result, error) in order; all have been given when the promise resolves. Rejects with
     * KernelDiedError where the kernel ends meanwhile.
     */
    async execute(code, onOutput) {
        const content = {
            code,
            silent: false,
            store_history: true,
            user_expressions: {},
            allow_stdin: false,
            stop_on_error: true,
        };
        const reply = await this.#request(this.#shell, "execute_request", content, onOutput);
        return { status: reply.content.status, executionCount: reply.content.execution_count };
    }
    /** What may stand at position `cursor` of a cell, best first. */
    async complete(code, cursor) {
        return (await this.#request(this.#shell, "complete_request", { code, cursor_pos: cursor }))
            .content.matches;
    }
    /**
     * What is known of the word at position `cursor` of a cell, as text; empty where it is nothing.
     * The kernel compiles the cell for it without running it, so that the types of what it imports
     * are read when it is run.
     */
    async inspect(code, cursor) {
        const { content } = await this.#request(this.#shell, "inspect_request", {
            code,
            cursor_pos: cursor,
            detail_level: 0,
        });
        return content.data["text/plain"] ?? "";
    }
    /**
     * Asks the running cell to stop, again and again until it does (Node loses a signal that falls on
     * the moment in which it hands SIGINT from a script back to the event loop). A loop in a cell
     * that uses `await` cannot hear it: then only `kill` helps.
     */
    interrupt() {
        const asked = [...this.#pending.keys()];
        this.#process.interrupt();
        const again = setInterval(() => {
            if (asked.some((id) => this.#pending.has(id)))
                this.#process.interrupt();
            else
                clearInterval(again);
        }, INTERRUPT_AGAIN_MS).unref();
    }
    /** How the kernel's process ended; undefined while it runs. */
    get ending() {
        return this.#process.ending;
    }
    /** Asks the kernel to end, and ends it with all it started where it does not within `graceMs`. */
    async shutdown(graceMs = 1000) {
        if (this.#process.ending === undefined) {
            const asked = this.#request(this.#control, "shutdown_request", { restart: false }).catch(() => { });
            await Promise.race([
                asked.then(() => this.#process.ended),
                sleep(graceMs, undefined, { ref: false }),
            ]);
        }
        await this.kill();
    }
    /**
     * Ends the kernel and all it started, now (SIGTERM, half a second later SIGKILL), and removes its
     * files.
     */
    async kill() {
        await this.#process.terminate(500);
        if (this.#closed)
            return;
        this.#closed = true;
        for (const socket of [this.#shell, this.#control, this.#iopub])
            socket.close();
        this.#connection.remove();
    }
    /**
     * A subscriber misses what is published before it is connected: ask until the answer's "idle" was
     * seen there too.
     */
    async #ready(deadline, signal) {
        for (;;) {
            signal?.throwIfAborted();
            const answer = this.#request(this.#shell, "kernel_info_request", {});
            answer.catch(() => { }); // a kernel that dies answers none of the earlier questions either
            const reply = await Promise.race([answer, sleep(250, null, { signal, ref: false })]);
            if (reply) {
                this.languageInfo = reply.content.language_info;
                // of an earlier question the "idle" may have been missed: it would be waited for for ever
                this.#pending.clear();
                return;
            }
            if (performance.now() > deadline)
                throw this.#process.diedError();
        }
    }
    #request(socket, type, content, onMessage = () => { }) {
        if (this.#process.ending !== undefined)
            return Promise.reject(this.#process.diedError());
        const { id, frames } = encodeRequest(type, content, this.#session, this.#connection.key);
        return new Promise((resolve, reject) => {
            this.#pending.set(id, { idle: false, onMessage, resolve, reject });
            socket.send(frames).catch(reject);
        });
    }
    async #read(socket) {
        try {
            for await (const frames of socket)
                this.#receive(decodeMessage(frames, this.#connection.key), socket === this.#iopub);
        }
        catch (error) {
            if (!this.#closed)
                this.#failAll(error);
        }
    }
    /**
     * A request is done when both its reply and the "idle" that follows its last output have come.
     */
    #receive(message, published) {
        const pending = this.#pending.get(message.parentId ?? "");
        if (!pending || (published && pending.idle)) {
            if (published && message.type !== "status")
                this.onLateMessage(message);
            return;
        }
        if (!published)
            pending.reply = message;
        else if (message.type === "status")
            pending.idle ||= message.content.execution_state === "idle";
        else
            pending.onMessage(message);
        if (pending.reply && pending.idle) {
            this.#pending.delete(message.parentId);
            pending.resolve(pending.reply);
        }
    }
    #failAll(error) {
        for (const pending of this.#pending.values())
            pending.reject(error);
        this.#pending.clear();
    }
}
//# sourceMappingURL=kernel.js.map