import { CHANNEL } from "./messages.js";
/**
 * Artillery's reporter hook, in the main thread of its process: hands messages between the
 * collector (over the channel to the parent process) and the processor (in Artillery's worker
 * thread), and reports phases and the final counters.
 */
export default function reporter(events) {
    const channel = new BroadcastChannel(CHANNEL);
    const tell = (message) => void process.send?.(message);
    channel.onmessage = (event) => tell(event.data);
    process.on("message", (message) => channel.postMessage(message));
    // The collector is gone, and with it the local platforms: what would be sent now, or logged as
    // refused, is nobody's.
    process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
    events.on("phaseStarted", ({ index }) => tell({ type: "phase", index }));
    events.on("done", ({ counters }) => tell({ type: "done", counters }));
    return { cleanup: (done) => done() };
}
//# sourceMappingURL=reporter.js.map