import type { S3Client } from "@aws-sdk/client-s3";
import type { Retries } from "./retries.js";
/**
 * How to reach an S3 store. What is left out comes from the environment and ~/.aws, as the AWS
 * command line reads them.
 */
export interface S3Options {
    /**
     * Address of an S3-compatible store, e.g. "http://127.0.0.1:9000"; buckets are then part of the
     * path.
     */
    endpoint?: string;
    region?: string;
    /**
     * "anonymous" signs nothing, for public buckets; so does AWS_NO_SIGN_REQUEST=YES. Default: the
     * SDK's chain (variables, AWS_PROFILE, roles).
     */
    credentials?: S3Credentials | "anonymous";
    /**
     * Where downloads are kept, by content; default `lambda-or-ecs-study/s3` in the user's cache
     * folder.
     */
    cacheFolder?: string;
    /** How often a listing or a download is tried before it is given up; default 5. */
    attempts?: number;
    /** Wait before the second attempt, ms; it doubles from then on. Default 200. */
    retryDelayMs?: number;
    /** The longest silence of the store, ms, before an attempt counts as failed; default 30,000. */
    silenceMs?: number;
}
export interface S3Credentials {
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken?: string;
}
/** An open way to a store. */
export interface S3Access {
    client: S3Client;
    /** Names the store, so that buckets of the same name in two stores stay apart. */
    store: string;
    retries: Retries;
    silenceMs: number;
    /** Ends whatever runs. */
    cancel: AbortSignal;
}
export declare function openS3(options: S3Options, cancel: AbortSignal): Promise<S3Access>;
/**
 * Waits for an answer's head no longer than the store may be silent; its body is not under this
 * limit.
 */
export declare function answerInTime<T>({ silenceMs, cancel }: S3Access, send: (abort: AbortSignal) => Promise<T>): Promise<T>;
