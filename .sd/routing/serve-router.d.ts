import { type Route, type RouteOptions } from "./route.js";
import type { RequestRouter } from "./router.js";
export interface ServeOptions extends RouteOptions {
    /** 0 (unless given) takes a free one. */
    port?: number;
    /** Larger bodies are refused with 413; 1 MiB unless given. */
    maxBodyBytes?: number;
}
export interface RouterServer {
    port: number;
    /** http://127.0.0.1:<port> */
    url: string;
    /**
     * Takes no more connections, lets requests under way end (at most `graceMs`, 5,000 unless given),
     * then closes the rest.
     */
    close(graceMs?: number): Promise<void>;
}
/** One line's answer, or why it has none. */
export type LineAnswer = Route | {
    line: number;
    error: string;
};
/**
 * Answers contexts, one JSON object a line; blank lines are passed over, a refused line does not
 * stop the others.
 */
export declare function routeLines(router: RequestRouter, text: string, options?: RouteOptions): LineAnswer[];
/**
 * Serves a router on 127.0.0.1. `POST /predict` takes one context as a JSON object (400 with the
 * field at fault where it is refused), or JSON lines (a line each in the answer; 400 where any was
 * refused). `GET /health` says what is served.
 */
export declare function serveRouter(router: RequestRouter, { port, maxBodyBytes, fallback }?: ServeOptions): Promise<RouterServer>;
/** Throws a ContextError that says where the text stops being JSON. */
export declare function parseContext(text: string): unknown;
