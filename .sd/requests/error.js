import { describeS3Error } from "../s3/index.js";
/**
 * A source of requests that cannot be read as a whole: missing, unreadable, without logs, cut
 * short, half simulated. The message is one line and says what to do. Single bad lines never throw;
 * they go to quarantine.
 */
export class RequestSourceError extends Error {
    name = "RequestSourceError";
}
/** An error of an S3 client as that of a source; one that is such already stays itself. */
export function sourceError(error, address) {
    if (error instanceof RequestSourceError || !(error instanceof Error))
        return error;
    return new RequestSourceError(describeS3Error(error, address, "read"), { cause: error });
}
//# sourceMappingURL=error.js.map