import { fork, type ChildProcess } from "node:child_process";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";

/** What an environment says when its handler is loaded. */
export interface EnvironmentReady {
  port: number;
}

/** What an environment makes of one request. */
export interface EnvironmentReply {
  status: number;
  result: Record<string, unknown>;
  /** From the whole body to the result, the wait for the CPU share included. */
  executionTimeMs: number;
  cpuMs: number;
  /** Resident set of the process after the request, MiB. */
  memoryMb: number;
}

/** An environment that is gone (it crashed, or was ended) before it answered. */
export class EnvironmentGone extends Error {
  override name = "EnvironmentGone";
}

const PROGRAM = fileURLToPath(new URL("./environment-main.js", import.meta.url));
/**
 * What a process needs of its parent's surroundings; nothing else goes to it, above all no
 * credentials.
 */
const PASSED_ON = ["PATH", "SystemRoot", "TEMP", "TMP", "HOME"];

/** A process with a handler: a Lambda execution environment, or an ECS task. */
export class Environment {
  /** Requests it is working on. */
  outstanding = 0;
  gone = false;
  /**
   * Resolves when the handler is loaded, with what that took from the start of the process, ms;
   * rejects with EnvironmentGone.
   */
  readonly ready: Promise<number>;
  private readonly child: ChildProcess;
  private readonly agent = new Agent({ keepAlive: true });
  private port = 0;
  private readonly exited: Promise<void>;

  /** Starts the process. `cpuShare` is the share of a CPU its handlers get. */
  constructor(workload: string, cpuShare: number) {
    const env: NodeJS.ProcessEnv = { UV_THREADPOOL_SIZE: String(Math.max(1, Math.ceil(cpuShare))) };
    for (const name of PASSED_ON)
      if (process.env[name] !== undefined) env[name] = process.env[name];
    const startedMs = performance.now();
    // In a process group of its own, so that Ctrl-C reaches the collector alone, which ends
    // everything in order.
    this.child = fork(PROGRAM, [workload, String(cpuShare)], {
      env,
      execArgv: [],
      detached: true,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.exited = new Promise((resolve) => this.child.once("exit", () => resolve()));
    this.ready = new Promise((resolve, reject) => {
      this.child.once("message", ({ port }: EnvironmentReady) => {
        this.port = port;
        resolve(performance.now() - startedMs);
      });
      const lost = (why: string): void => {
        this.gone = true;
        reject(new EnvironmentGone(`an environment of ${workload} ${why}`));
      };
      this.child.once("error", (error) => lost(`could not be started: ${error.message}`));
      this.child.once("exit", (code, signal) => lost(`ended (${signal ?? code})`));
    });
    this.ready.catch(() => {});
  }

  /** Hands a body to the handler. Rejects with EnvironmentGone. */
  async call(body: Buffer): Promise<EnvironmentReply> {
    await this.ready;
    return new Promise((resolve, reject) => {
      const lost = (error: Error): void =>
        reject(new EnvironmentGone(`an environment gave no answer: ${error.message}`));
      const call = request(
        {
          host: "127.0.0.1",
          port: this.port,
          agent: this.agent,
          method: "POST",
          headers: { "content-length": body.length },
        },
        (response) => {
          let text = "";
          response
            .setEncoding("utf8")
            .on("data", (chunk: string) => (text += chunk))
            .on("error", lost);
          response.on("end", () =>
            response.complete
              ? resolve(JSON.parse(text) as EnvironmentReply)
              : lost(new Error("cut short")),
          );
        },
      );
      call.on("error", lost);
      call.end(body);
    });
  }

  /** Runs `then` when the process has ended, for whatever reason. */
  whenGone(then: () => void): void {
    void this.exited.then(then);
  }

  /** Ends the process; resolves when it is gone. */
  end(): Promise<void> {
    this.gone = true;
    this.agent.destroy();
    this.child.kill("SIGKILL");
    return this.child.exitCode === null && this.child.signalCode === null
      ? this.exited
      : Promise.resolve();
  }
}
