import type { KeepAlive } from "../campaign/index.js";
import type { Random } from "../statistics/index.js";
import { handlerAnswer, thousandths, type Answer } from "./endpoint.js";
import { Environment, EnvironmentGone } from "./environment.js";

/**
 * A function gets a full vCPU at this memory and a proportional share below (AWS documentation,
 * "Configure Lambda function memory").
 */
const MEMORY_OF_FULL_VCPU_MB = 1769;

export interface FunctionOptions {
  workload: string;
  memoryMb: number;
  /** Environments at a time; 429 above. */
  concurrencyLimit: number;
  keepAlive: KeepAlive;
  /** The keep-alive passes this many times as fast as the wall clock. */
  clockSpeed: number;
  random: Random;
}

interface IdleEnvironment {
  environment: Environment;
  /** Wall clock (`performance.now()`) at which its keep-alive is over. */
  untilMs: number;
}

/**
 * One Lambda function: a process for each environment, one request at a time in each. The
 * environment that was idle for the shortest time is taken first; where none is idle a new one is
 * started, and the request waits for its process to start and load the handler: a real cold start.
 * An idle environment is ended when its keep-alive is over.
 */
export class LambdaFunction {
  private readonly environments = new Set<Environment>();
  /** The one that was used last stands last. */
  private idle: IdleEnvironment[] = [];
  private busy = 0;
  private sweeper: NodeJS.Timeout;
  private readonly cpuShare: number;

  constructor(private readonly options: FunctionOptions) {
    this.cpuShare = Math.min(1, options.memoryMb / MEMORY_OF_FULL_VCPU_MB);
    this.sweeper = setInterval(() => this.endExpired(), 250).unref();
  }

  async invoke(body: Buffer): Promise<Answer> {
    if (this.busy >= this.options.concurrencyLimit)
      return {
        status: 429,
        fields: { error: `${this.busy} requests are being worked on: the function's limit` },
      };
    this.busy++;
    this.endExpired();
    const warm = this.idle.pop()?.environment;
    const environment = warm ?? this.startEnvironment();
    try {
      const reply = await environment.call(body);
      this.idle.push({ environment, untilMs: performance.now() + this.keepAliveMs() });
      const initMs = warm ? 0 : await environment.ready;
      return handlerAnswer(reply, body.length, {
        memory_limit_mb: this.options.memoryMb,
        cold_start: warm === undefined,
        // By the whole ms, initialisation included, as AWS bills since August 2025.
        billed_duration_ms: Math.ceil(initMs + reply.executionTimeMs),
        ...(warm ? {} : { init_duration_ms: thousandths(initMs) }),
      });
    } catch (error) {
      if (!(error instanceof EnvironmentGone)) throw error;
      this.drop(environment);
      return { status: 502, fields: { error: error.message } };
    } finally {
      this.busy--;
    }
  }

  /** Lets the keep-alive of idle environments pass by so many ms of the wall clock at once. */
  skip(ms: number): void {
    for (const idle of this.idle) idle.untilMs -= ms;
    this.endExpired();
  }

  async close(): Promise<void> {
    clearInterval(this.sweeper);
    await Promise.all([...this.environments].map((environment) => environment.end()));
  }

  private startEnvironment(): Environment {
    const environment = new Environment(this.options.workload, this.cpuShare);
    this.environments.add(environment);
    environment.whenGone(() => this.drop(environment));
    return environment;
  }

  private endExpired(): void {
    const now = performance.now();
    const kept = this.idle.filter(({ untilMs }) => untilMs > now);
    for (const { environment, untilMs } of this.idle) if (untilMs <= now) this.drop(environment);
    this.idle = kept;
  }

  private drop(environment: Environment): void {
    if (!this.environments.delete(environment)) return;
    this.idle = this.idle.filter((idle) => idle.environment !== environment);
    void environment.end();
  }

  private keepAliveMs(): number {
    const { keepAlive, clockSpeed, random } = this.options;
    if (keepAlive.law === "fixed") return (keepAlive.seconds * 1000) / clockSpeed;
    // Half of the environments survive each period: the number of periods is geometric, one at
    // least.
    let periods = 1;
    while (random.uniform() < 0.5) periods++;
    return (periods * keepAlive.periodSeconds * 1000) / clockSpeed;
  }
}
