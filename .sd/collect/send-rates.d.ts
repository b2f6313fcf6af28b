/** Rates of the last seconds: how many requests were due, and how many were sent. */
export declare class SendRates {
    private readonly due;
    private readonly sent;
    /** Times of `performance.now()`. */
    add(dueMs: number, sentMs: number): void;
    perSecond(): {
        askedPerSecond: number;
        achievedPerSecond: number;
    };
}
