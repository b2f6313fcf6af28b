/**
 * A source of requests that cannot be read as a whole: missing, unreadable, without logs, cut
 * short, half simulated. The message is one line and says what to do. Single bad lines never throw;
 * they go to quarantine.
 */
export declare class RequestSourceError extends Error {
    name: string;
}
/** An error of an S3 client as that of a source; one that is such already stays itself. */
export declare function sourceError(error: unknown, address: string): Error;
