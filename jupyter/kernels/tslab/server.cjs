// The kernel's side of the Jupyter protocol, on tslab's server. What is different from the stock one:
// sockets queue without limit (it dropped messages after about 512 in one turn of the event loop); errors are sent as `error`
// messages; cells are numbered and results sent as `execute_result`; only cells already queued at an error are aborted;
// a message that cannot be handled is answered, not thrown; shutdown ends the process even where a cell left a server open.
"use strict";

const fs = require("node:fs");
const util = require("node:util");
const { createOutput } = require("./output.cjs");

/** How long messages that are already on their way get to arrive before the queue behind a failed cell is aborted. */
const ARRIVAL_MS = 20;

exports.createServer = function createServer(requireFromRoot, session, typescriptVersion) {
  const jupyter = requireFromRoot("tslab/dist/jupyter.js");
  const zmq = requireFromRoot("zeromq");

  class Server extends jupyter.ZmqServer {
    #turn = Promise.resolve();
    #received = 0;
    #abortUpTo = 0;
    #count = 0;
    #lastCell = null; // the request that later output and faults belong to
    #output = createOutput((name, text) => this.#publish("stream", { name, text }));

    async listen(connectionFile) {
      this.connInfo = JSON.parse(fs.readFileSync(connectionFile, "utf8"));
      const unlimited = { sendHighWaterMark: 0, receiveHighWaterMark: 0, sendTimeout: 0 };
      this.iopub = new zmq.Publisher({ sendHighWaterMark: 0, sendTimeout: 0 });
      this.shell = new zmq.Router(unlimited);
      this.control = new zmq.Router(unlimited);
      this.stdin = new zmq.Router(unlimited);
      this.hb = new zmq.Reply();
      // All bound before the first message is read: a socket that is still binding cannot send.
      await Promise.all(
        ["iopub", "shell", "control", "stdin", "hb"].map((name) =>
          this.bindSocket(this[name], this.connInfo[`${name}_port`]),
        ),
      );
      this.#captureOutput();
      for (const socket of [this.shell, this.control]) this.#serve(socket);
      for await (const beat of this.hb) await this.hb.send(beat);
    }

    async #serve(socket) {
      for await (const frames of socket) {
        this.handleShellMessage(socket, ...frames).catch((error) => {
          fs.writeSync(2, `tslab kernel: a message was not handled: ${error?.stack ?? error}\n`);
        });
      }
    }

    #captureOutput() {
      for (const name of ["stdout", "stderr"]) {
        const direct = process[name].write.bind(process[name]);
        process[name].write = (chunk, encoding, callback) => {
          if (!this.#lastCell) return direct(chunk, encoding, callback);
          this.#output.write(name, chunk);
          (typeof encoding === "function" ? encoding : callback)?.();
          return true;
        };
      }
      process.once("exit", () => this.#output.flush()); // a cell that calls process.exit
      jupyter.lastWriteDisplayData = (content, isUpdate) =>
        this.#publish(isUpdate ? "update_display_data" : "display_data", content);
    }

    /** Sends one message about the current cell to everybody who watches. */
    #publish(type, content) {
      if (!this.#lastCell) return;
      if (type !== "stream") this.#output.flush();
      this.#answer(this.#lastCell, type, content, this.iopub);
    }

    #answer(request, type, content, socket) {
      const message = request.createReply();
      message.header.msg_type = type;
      message.content = content;
      message.signAndSend(this.connInfo.key, socket);
    }

    handleExecute(socket, request) {
      const place = ++this.#received;
      this.#turn = this.#turn.then(() => this.#execute(socket, request, place));
      return this.#turn;
    }

    async #execute(socket, request, place) {
      const { code, silent, stop_on_error: stopOnError } = request.content;
      if (place <= this.#abortUpTo) {
        return this.#answer(
          request,
          "execute_reply",
          { status: "aborted", execution_count: this.#count },
          socket,
        );
      }
      this.#output.flush(); // what an earlier cell still had to say belongs to that cell
      this.#lastCell = request;
      // A silent request is numbered apart, so that its frames do not pass for those of a counted cell.
      const n = silent ? 0 : ++this.#count;
      if (!silent) this.#publish("execute_input", { code, execution_count: n });
      const error = await session.run(n, code, (value) => {
        if (!silent)
          this.#publish("execute_result", {
            execution_count: n,
            data: { "text/plain": util.inspect(value) },
            metadata: {},
          });
      });
      this.#output.flush();
      if (!error) {
        const content = {
          status: "ok",
          execution_count: this.#count,
          payload: [],
          user_expressions: {},
        };
        return this.#answer(request, "execute_reply", content, socket);
      }
      this.#publish("error", error);
      this.#answer(
        request,
        "execute_reply",
        { status: "error", execution_count: this.#count, ...error },
        socket,
      );
      if (stopOnError === false) return;
      await new Promise((resolve) => setTimeout(resolve, ARRIVAL_MS));
      this.#abortUpTo = this.#received;
    }

    /** Something failed outside every cell's own flow: an error of the running cell, else one shown under the last. */
    fault(kind, reason) {
      const error = session.fault(kind, reason);
      if (!error) return;
      if (this.#lastCell) this.#publish("error", error);
      else fs.writeSync(2, `${error.traceback.join("\n")}\n`);
    }

    handleKernelInfo(socket, request) {
      const content = this.handler.handleKernel();
      content.status = "ok";
      content.language_info.version = typescriptVersion;
      this.#answer(request, "kernel_info_reply", content, socket);
    }

    handleComplete(socket, request) {
      const nothing = {
        status: "ok",
        matches: [],
        cursor_start: request.content.cursor_pos,
        cursor_end: request.content.cursor_pos,
        metadata: {},
      };
      this.#answer(
        request,
        "complete_reply",
        attempt(() => this.handler.handleComplete(request.content), nothing),
        socket,
      );
    }

    handleInspect(socket, request) {
      const nothing = { status: "ok", found: false, data: {}, metadata: {} };
      this.#answer(
        request,
        "inspect_reply",
        attempt(() => this.handler.handleInspect(request.content), nothing),
        socket,
      );
    }

    handleCommInfoRequest(socket, request) {
      this.#answer(request, "comm_info_reply", { status: "ok", comms: {} }, socket); // stock: "complete_reply"
    }

    handleShutdown(socket, request) {
      this.#answer(
        request,
        "shutdown_reply",
        { status: "ok", restart: request.content.restart === true },
        socket,
      );
    }

    close() {
      super.close(); // sends what is queued before it closes
      setTimeout(() => process.exit(0), 20); // a timer or server that a cell left behind would keep the process alive
    }
  }

  return new Server(new jupyter.JupyterHandlerImpl(session.executor, false), "");
};

/** TypeScript's language service throws on some half-written code; for the reader that is only "nothing found". */
function attempt(ask, nothing) {
  try {
    return ask();
  } catch {
    return nothing;
  }
}
