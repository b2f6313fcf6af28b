import type { PlannedRequest } from "./planned-list.js";
type Next = (error?: Error) => void;
interface Context {
    vars: {
        turn?: Turn;
    };
}
interface OutgoingRequest {
    url: string;
    body?: Buffer;
    headers?: Record<string, string>;
}
interface ArtilleryEvents {
    on(event: "counter", then: (name: string, value: number) => void): void;
}
/**
 * A planned request in the hands of a virtual user. Times are of `performance.now()` but for
 * `sentMs` (UTC).
 */
interface Turn {
    run: number;
    request: PlannedRequest;
    dueAtMs: number;
    startedMs: number;
    sentMs: number;
}
/**
 * Takes the next planned request and holds the virtual user until it is due. One too many ends
 * without a request.
 */
export declare function takeTurn(context: Context, events: ArtilleryEvents, next: Next): void;
/** Whether a virtual user has a request to send. */
export declare function hasTurn(vars: Context["vars"]): boolean;
/** Makes the planned request of it. */
export declare function send(outgoing: OutgoingRequest, context: Context, _events: unknown, next: Next): void;
/** An answer, whatever its status. */
export declare function recordAnswer(_request: unknown, answer: {
    statusCode: number;
    body: unknown;
}, context: Context, _events: unknown, next: Next): void;
/** No answer: time-out, refused, reset. Without this row the failure would vanish from the data. */
export declare function recordError(error: Error & {
    code?: string;
}, _request: unknown, context: Context, _events: unknown, next: Next): void;
export {};
