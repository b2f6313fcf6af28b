export interface Retries {
    attempts: number;
    /** Wait before the second attempt, ms; it doubles from then on. */
    delayMs: number;
    /** Ends a wait at once. */
    cancel: AbortSignal;
}
/**
 * Runs `action` until it succeeds, fails for good, or has failed `attempts` times for reasons that
 * may pass.
 */
export declare function withRetries<T>({ attempts, delayMs, cancel }: Retries, action: () => Promise<T>): Promise<T>;
