import type { Platform } from "../campaign/index.js";
/**
 * Where a collection sends its requests: platforms started on this machine, or two base URLs that
 * answer `POST <base>/<workload>`.
 */
export type Target = {
    kind: "local";
} | {
    kind: "aws";
    lambdaUrl: string;
    ecsUrl: string;
};
/**
 * The base URLs of a target that has some, without a slash at their end. Throws CollectError for
 * one that cannot be used.
 */
export declare function baseUrls({ lambdaUrl, ecsUrl, }: {
    lambdaUrl: string;
    ecsUrl: string;
}): Record<Platform, string>;
