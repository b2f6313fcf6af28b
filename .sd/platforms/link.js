import { MinHeap } from "./heap.js";
/**
 * The client's uplink: every body on its way gets an equal share (processor sharing), a body is
 * never faster than TCP's slow start lets it, and one that has not arrived when the client gives up
 * leaves the link. Many bodies at once fill the queue at the bottleneck and lengthen everybody's
 * round trips. The same for both platforms: a request's body takes its place on the link wherever
 * it goes.
 *
 * Processor sharing is followed exactly, in virtual time: V grows by (rate / bodies) dt, and a body
 * sent at V leaves at V + its bytes. `sendMs` must ascend.
 */
export function shareLink(sendMs, bytes, client) {
    const count = sendMs.length;
    const bytesPerMs = linkBytesPerMs(client);
    const uploadMs = new Float64Array(count).fill(Infinity);
    const queueMs = new Float64Array(count);
    const queuedMsPerBody = (client.queuedKbPerBody * 1024) / bytesPerMs;
    const onTheirWay = new MinHeap();
    // 1 once a body has left the link, arrived or given up; those that gave up are still in the heap.
    const gone = new Uint8Array(count);
    let nowMs = 0;
    let virtual = 0;
    let bodies = 0;
    let oldest = 0;
    const advanceTo = (untilMs, sent) => {
        for (;;) {
            while (onTheirWay.size > 0 && gone[onTheirWay.minValue] === 1)
                onTheirWay.pop();
            while (oldest < sent && gone[oldest] === 1)
                oldest++;
            const arrivalMs = onTheirWay.size > 0
                ? nowMs + ((onTheirWay.minKey - virtual) * bodies) / bytesPerMs
                : Infinity;
            const givesUpMs = oldest < sent ? sendMs[oldest] + client.timeoutMs : Infinity;
            const nextMs = Math.min(arrivalMs, givesUpMs);
            if (nextMs > untilMs || nextMs === Infinity)
                break;
            if (bodies > 0)
                virtual += ((nextMs - nowMs) * bytesPerMs) / bodies;
            nowMs = nextMs;
            const body = arrivalMs <= givesUpMs ? onTheirWay.pop() : oldest;
            if (arrivalMs <= givesUpMs)
                uploadMs[body] = Math.max(nowMs - sendMs[body], slowStartMs(bytes[body], client));
            gone[body] = 1;
            bodies--;
        }
        if (untilMs === Infinity)
            return;
        if (bodies > 0)
            virtual += ((untilMs - nowMs) * bytesPerMs) / bodies;
        // An idle link starts a new count, so that virtual time keeps its precision over long runs.
        else
            virtual = 0;
        nowMs = untilMs;
    };
    for (let i = 0; i < count; i++) {
        advanceTo(sendMs[i], i);
        bodies++;
        onTheirWay.push(virtual + bytes[i], i);
        queueMs[i] = Math.min(client.maxQueueMs, (bodies - 1) * queuedMsPerBody);
    }
    advanceTo(Infinity, count);
    return { uploadMs, queueMs };
}
/**
 * Time TCP needs for a body on an idle link: the round trips in which its window grows, then on
 * average half of the body at full rate.
 */
export function slowStartMs(bytes, client) {
    const rounds = Math.ceil(Math.log2(bytes / client.firstWindowBytes + 1));
    return Math.max(0, rounds - 1) * client.roundTripMs + bytes / (2 * linkBytesPerMs(client));
}
export function linkBytesPerMs(client) {
    return (client.uplinkMbitPerSecond * 1e6) / 8 / 1000;
}
//# sourceMappingURL=link.js.map