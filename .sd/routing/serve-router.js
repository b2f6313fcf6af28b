import { createServer } from "node:http";
import { ContextError } from "./request-context.js";
import { routeRequest } from "./route.js";
/** The only address that is listened on: a router is asked by its own machine. */
const HOST = "127.0.0.1";
/**
 * Answers contexts, one JSON object a line; blank lines are passed over, a refused line does not
 * stop the others.
 */
export function routeLines(router, text, options = {}) {
    return text.split("\n").flatMap((line, i) => {
        if (line.trim() === "")
            return [];
        try {
            return [routeRequest(router, parseContext(line), options)];
        }
        catch (error) {
            if (!(error instanceof ContextError))
                throw error;
            return [{ line: i + 1, error: error.message }];
        }
    });
}
/**
 * Serves a router on 127.0.0.1. `POST /predict` takes one context as a JSON object (400 with the
 * field at fault where it is refused), or JSON lines (a line each in the answer; 400 where any was
 * refused). `GET /health` says what is served.
 */
export async function serveRouter(router, { port = 0, maxBodyBytes = 1 << 20, fallback = false } = {}) {
    const server = createServer((request, response) => {
        answer(router, request, response, maxBodyBytes, { fallback }).catch((error) => {
            // A body cut short is the client's leaving; there is nobody to tell.
            if (response.destroyed || request.errored)
                return;
            process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
            send(response, 500, { error: "the router failed on this request; its log says how" });
        });
    });
    server.requestTimeout = 30_000;
    await new Promise((resolve, reject) => server.once("error", reject).listen(port, HOST, resolve));
    const { port: taken } = server.address();
    return {
        port: taken,
        url: `http://${HOST}:${taken}`,
        close: (graceMs = 5000) => new Promise((resolve) => {
            const late = setTimeout(() => server.closeAllConnections(), graceMs);
            // A connection that was answering falls idle only after its answer, and would then be kept
            // open for another request.
            const idle = setInterval(() => server.closeIdleConnections(), 20);
            server.close(() => {
                clearTimeout(late);
                clearInterval(idle);
                resolve();
            });
            server.closeIdleConnections();
        }),
    };
}
async function answer(router, request, response, maxBodyBytes, options) {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname !== "/predict" && pathname !== "/health")
        return send(response, 404, { error: "there are POST /predict and GET /health" });
    const method = pathname === "/predict" ? "POST" : "GET";
    if (request.method !== method)
        return send(response.setHeader("Allow", method), 405, { error: `${pathname} takes ${method}` });
    if (pathname === "/health")
        return send(response, 200, health(router));
    const body = await readBody(request, maxBodyBytes);
    // The rest of the body is not read: the connection cannot be used again.
    if (body === null)
        return send(response.setHeader("Connection", "close"), 413, {
            error: `a body holds at most ${maxBodyBytes} bytes`,
        });
    const lines = body.split("\n").filter((line) => line.trim() !== "");
    if (lines.length === 0)
        return send(response, 400, {
            error: "the body is empty; send one context as a JSON object, or one a line",
        });
    if (lines.length > 1 && !isJson(body)) {
        const answers = routeLines(router, body, options);
        response.writeHead(answers.some((one) => "error" in one) ? 400 : 200, {
            "Content-Type": "application/x-ndjson",
        });
        response.end(answers.map((one) => `${JSON.stringify(one)}\n`).join(""));
        return;
    }
    try {
        send(response, 200, routeRequest(router, parseContext(body), options));
    }
    catch (error) {
        if (!(error instanceof ContextError))
            throw error;
        send(response, 400, { error: error.message });
    }
}
function health({ classifier, knowledge }) {
    const origin = knowledge?.origin;
    return {
        status: "ok",
        model: classifier.kind,
        run: origin?.run ?? null,
        campaign: origin?.campaign ?? null,
        simulated: origin?.simulated ?? null,
    };
}
/** The body as text; null as soon as it is too long. */
async function readBody(request, maxBodyBytes) {
    if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes)
        return null;
    const chunks = [];
    let bytes = 0;
    for await (const chunk of request) {
        bytes += chunk.length;
        if (bytes > maxBodyBytes)
            return null;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
}
function send(response, status, value) {
    const text = `${JSON.stringify(value)}\n`;
    response
        .writeHead(status, {
        "Content-Type": "application/json",
        "Content-Length": Buffer.byteLength(text),
    })
        .end(text);
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/** Throws a ContextError that says where the text stops being JSON. */
export function parseContext(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new ContextError(`not JSON: ${error.message}`);
    }
}
//# sourceMappingURL=serve-router.js.map