/** A body that ended, or broke, before its object did. */
export declare class CutBodyError extends Error {
    readonly received: number;
    readonly expected: number;
    constructor(received: number, expected: number, cause?: Error);
}
/** What the SDK's errors have in common. */
export interface SdkError extends Error {
    code?: string;
    attempts?: number;
    $metadata?: {
        httpStatusCode?: number;
    };
}
/** What was being done when an error came: the rights that are needed differ. */
export type S3Task = "read" | "write";
/** Whether the same request may succeed a moment later. */
export declare function mayPass(error: SdkError): boolean;
/** The SDK's error in one line that says what to do. Nothing of the credentials is ever in it. */
export declare function describeS3Error(error: Error, address: string, task: S3Task): string;
