import { createServer } from "node:http";
import { WORKLOADS } from "../campaign/index.js";
/** Opens the endpoint of a platform on a free port of 127.0.0.1. */
export async function openEndpoint(platform, service) {
    const server = createServer((request, response) => {
        void answerRequest(platform, service, request).then(({ status, fields }) => {
            const body = JSON.stringify(fields);
            response
                .writeHead(status, {
                "content-type": "application/json",
                "content-length": Buffer.byteLength(body),
            })
                .end(body);
        }, () => response.destroy());
    });
    // A slow client is the client's matter; it has a time-out of its own.
    server.requestTimeout = 0;
    await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
    return {
        url: `http://127.0.0.1:${server.address().port}`,
        close: () => closeServer(server),
    };
}
async function answerRequest(platform, service, request) {
    const workload = (request.url ?? "").split("?")[0].slice(1);
    const { body, bytes } = await readBody(request, service.bodyLimitBytes);
    const known = {
        request_id: request.headers["x-request-id"] ?? null,
        platform,
        workload_type: workload,
        timestamp: new Date().toISOString(),
    };
    const refuse = (status, error) => ({
        status,
        fields: { ...known, error },
    });
    if (request.method !== "POST" || !WORKLOADS.includes(workload))
        return refuse(404, `POST /<workload> with one of ${WORKLOADS.join(", ")}`);
    if (body === null)
        return refuse(413, `a body of ${bytes} bytes is above the limit of ${service.bodyLimitBytes}`);
    const { status, fields } = await service.answer(workload, body);
    return { status, fields: { ...known, ...fields } };
}
/**
 * The answer of a handler in the format of the author's endpoints: what the platform's clock saw
 * stands in `metrics`.
 */
export function handlerAnswer({ status, result, executionTimeMs, memoryMb }, bodyBytes, onPlatform) {
    if (status !== 200)
        return { status, fields: result };
    return {
        status,
        fields: {
            result,
            metrics: {
                execution_time_ms: thousandths(executionTimeMs),
                memory_used_mb: thousandths(memoryMb),
                ...onPlatform,
                payload_size_kb: bodyBytes / 1024,
            },
        },
    };
}
/** Rounded to three decimals: microseconds of ms. */
export function thousandths(value) {
    return Math.round(value * 1000) / 1000;
}
/**
 * The whole body, or null where it is too large; that is read to its end all the same, so that the
 * answer reaches the sender.
 */
async function readBody(request, limitBytes) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of request) {
        bytes += chunk.length;
        if (bytes <= limitBytes)
            chunks.push(chunk);
    }
    return { body: bytes <= limitBytes ? Buffer.concat(chunks, bytes) : null, bytes };
}
function closeServer(server) {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}
//# sourceMappingURL=endpoint.js.map