/**
 * HTTP status of a request the client gave up on, or whose connection failed: there was no answer.
 */
export const NO_ANSWER = 0;
export function emptyAnswer() {
    return {
        status: NO_ANSWER,
        doneMs: NaN,
        executionMs: NaN,
        cpuMs: 0,
        coldStart: false,
        billedMs: 0,
    };
}
//# sourceMappingURL=answer.js.map