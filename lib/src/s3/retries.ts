import { setTimeout as wait } from "node:timers/promises";
import { mayPass, type SdkError } from "./errors.js";

export interface Retries {
  attempts: number;
  /** Wait before the second attempt, ms; it doubles from then on. */
  delayMs: number;
  /** Ends a wait at once. */
  cancel: AbortSignal;
}

const LONGEST_WAIT_MS = 20_000;

/**
 * Runs `action` until it succeeds, fails for good, or has failed `attempts` times for reasons that
 * may pass.
 */
export async function withRetries<T>(
  { attempts, delayMs, cancel }: Retries,
  action: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await action();
    } catch (error) {
      (error as SdkError).attempts = attempt;
      if (attempt >= attempts || !mayPass(error as SdkError)) throw error;
      // Spread between half and whole, so that many that were asked to slow down together do not
      // come back together.
      const delay =
        Math.min(delayMs * 2 ** (attempt - 1), LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
      await wait(delay, undefined, { signal: cancel });
    }
  }
}
