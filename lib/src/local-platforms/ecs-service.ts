import type { TaskSize } from "../campaign/index.js";
import { handlerAnswer, thousandths, type Answer } from "./endpoint.js";
import { Environment, EnvironmentGone } from "./environment.js";

export interface ServiceOptions {
  workload: string;
  taskSize: TaskSize;
  tasks: number;
  /** Requests a task works on at once. */
  concurrencyPerTask: number;
  /** Requests that may wait for a task; 503 above. */
  queueLimit: number;
}

/** A task that never came up is tried again after this wait, ms. */
const FAILED_START_WAIT_MS = 1000;

/**
 * One ECS service: a fixed number of tasks (processes that are there before the first request), a
 * balancer that gives a request to the task with the fewest, and a queue in front of it. A task
 * that ends is replaced.
 */
export class LocalEcsService {
  private readonly tasks: Environment[] = [];
  private readonly waiting: ((task: Environment) => void)[] = [];
  private closed = false;

  constructor(private readonly options: ServiceOptions) {}

  /** Starts the tasks; resolves when all have loaded their handler. */
  async start(): Promise<void> {
    await Promise.all(Array.from({ length: this.options.tasks }, () => this.startTask().ready));
  }

  async serve(body: Buffer): Promise<Answer> {
    const task = this.take() ?? (await this.takeInTurn());
    if (!task)
      return {
        status: 503,
        fields: { error: `${this.options.queueLimit} requests are waiting: the service's limit` },
      };
    try {
      const reply = await task.call(body);
      const busyShare = reply.cpuMs / (reply.executionTimeMs * this.options.taskSize.vcpu);
      // Requests that share a task share its CPU time; garbage collection beside a handler can make
      // it a little over 100.
      return handlerAnswer(reply, body.length, {
        cpu_percent: thousandths(100 * busyShare),
        running_tasks: this.tasks.length,
      });
    } catch (error) {
      if (!(error instanceof EnvironmentGone)) throw error;
      return { status: 502, fields: { error: error.message } };
    } finally {
      task.outstanding--;
      this.serveWaiting();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.tasks.map((task) => task.end()));
  }

  private startTask(): Environment {
    const { workload, taskSize } = this.options;
    const task = new Environment(workload, taskSize.vcpu);
    this.tasks.push(task);
    let replaceAfterMs = FAILED_START_WAIT_MS;
    void task.ready.then(
      () => {
        replaceAfterMs = 0;
        this.serveWaiting();
      },
      () => {},
    );
    task.whenGone(() => {
      this.tasks.splice(this.tasks.indexOf(task), 1);
      setTimeout(() => this.closed || this.startTask(), replaceAfterMs).unref();
    });
    return task;
  }

  /** A slot of the task with the fewest requests that has one free. */
  private take(): Environment | undefined {
    const free = this.tasks.filter(
      (task) => !task.gone && task.outstanding < this.options.concurrencyPerTask,
    );
    const least = free.reduce<Environment | undefined>(
      (best, task) => (best && best.outstanding <= task.outstanding ? best : task),
      undefined,
    );
    if (least) least.outstanding++;
    return least;
  }

  /** A slot for a request that has to wait; nothing where too many wait already. */
  private async takeInTurn(): Promise<Environment | undefined> {
    if (this.waiting.length >= this.options.queueLimit) return undefined;
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private serveWaiting(): void {
    while (this.waiting.length > 0) {
      const task = this.take();
      if (!task) return;
      this.waiting.shift()!(task);
    }
  }
}
