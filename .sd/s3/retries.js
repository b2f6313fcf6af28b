import { setTimeout as wait } from "node:timers/promises";
import { mayPass } from "./errors.js";
const LONGEST_WAIT_MS = 20_000;
/**
 * Runs `action` until it succeeds, fails for good, or has failed `attempts` times for reasons that
 * may pass.
 */
export async function withRetries({ attempts, delayMs, cancel }, action) {
    for (let attempt = 1;; attempt++) {
        try {
            return await action();
        }
        catch (error) {
            error.attempts = attempt;
            if (attempt >= attempts || !mayPass(error))
                throw error;
            // Spread between half and whole, so that many that were asked to slow down together do not
            // come back together.
            const delay = Math.min(delayMs * 2 ** (attempt - 1), LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
            await wait(delay, undefined, { signal: cancel });
        }
    }
}
//# sourceMappingURL=retries.js.map