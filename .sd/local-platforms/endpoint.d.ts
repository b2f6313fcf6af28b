import { type Platform, type Workload } from "../campaign/index.js";
import type { EnvironmentReply } from "./environment.js";
/** What a platform makes of a request. */
export interface Answer {
    status: number;
    /** Fields of the answer's body beside those every answer has. */
    fields: Record<string, unknown>;
}
/** A platform's side of an endpoint. */
export interface Service {
    /** Bytes of the largest body it takes; 413 above. */
    bodyLimitBytes: number;
    answer(workload: Workload, body: Buffer): Promise<Answer>;
}
/** `POST <base URL>/<workload>` on 127.0.0.1. */
export interface Endpoint {
    url: string;
    close(): Promise<void>;
}
/** Opens the endpoint of a platform on a free port of 127.0.0.1. */
export declare function openEndpoint(platform: Platform, service: Service): Promise<Endpoint>;
/**
 * The answer of a handler in the format of the author's endpoints: what the platform's clock saw
 * stands in `metrics`.
 */
export declare function handlerAnswer({ status, result, executionTimeMs, memoryMb }: EnvironmentReply, bodyBytes: number, onPlatform: Record<string, unknown>): Answer;
/** Rounded to three decimals: microseconds of ms. */
export declare function thousandths(value: number): number;
