/**
 * HTTP status of a request the client gave up on, or whose connection failed: there was no answer.
 */
export declare const NO_ANSWER = 0;
/**
 * What one platform makes of one request. One object is used again and again: copy what you keep.
 */
export interface Answer {
    /** HTTP status the platform answers with. */
    status: number;
    /** When the answer leaves the platform, ms. */
    doneMs: number;
    /** By the platform's clock, ms; NaN when the handler did not run. */
    executionMs: number;
    /** Time on the CPU it was given, ms. */
    cpuMs: number;
    coldStart: boolean;
    /** Lambda: ms that are billed. */
    billedMs: number;
}
export declare function emptyAnswer(): Answer;
