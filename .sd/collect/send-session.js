import { ArtilleryProcess } from "./artillery-process.js";
import { CollectError } from "./collect-error.js";
import { LEAD_MS, wallDueMs } from "./session.js";
/** What Artillery needs for its start before the first request, about; seconds. */
const ARTILLERY_START_SECONDS = 4;
/**
 * Lets Artillery send a session and hands on what it tells. Artillery ends with the last answer, or
 * on the signal with the last one in flight. Throws CollectError where it ends otherwise.
 */
export async function sendSession({ session, timeoutMs, workFolder, signal, onStart, onRun, onSettled, onTick, }) {
    const rates = [];
    const ends = endsOfRuns(session);
    let finish;
    let fail;
    let beganMs = performance.now() + ARTILLERY_START_SECONDS * 1000;
    const finished = new Promise((resolve, reject) => ([finish, fail] = [resolve, reject]));
    const hear = (message) => {
        switch (message.type) {
            case "tick": {
                message.settled.forEach(onSettled);
                // Told before the processor could hear, it says nothing back.
                if (signal.aborted)
                    stop();
                onTick({
                    ...message,
                    secondsLeft: Math.max(0, ends[ends.length - 1] - (performance.now() - beganMs) / 1000),
                });
                break;
            }
            case "run sent":
                rates.push(message);
                break;
            case "drained":
                finish({ artillerySent: message.artillerySent, stopped: true, rates });
                break;
            case "broken":
                fail(new CollectError(`a row could not be written to ${session.folder}: ${message.message}`));
                break;
            case "done":
                finish({ artillerySent: message.counters["http.requests"] ?? 0, stopped: false, rates });
                break;
            case "phase":
                break;
        }
    };
    const artillery = new ArtilleryProcess({
        session,
        timeoutMs,
        workFolder,
        onMessage: hear,
        onRun: (run) => {
            // The clock of what is left starts anew with each run.
            beganMs = performance.now() - (run === 0 ? 0 : ends[run - 1]) * 1000;
            onRun(run);
        },
    });
    onStart(artillery.pid);
    const stop = () => artillery.stop();
    signal.addEventListener("abort", stop);
    if (signal.aborted)
        stop();
    const tooEarly = (printed) => new CollectError("Artillery ended too " +
        `early${printed === "" ? "" : `: ${printed.replace(/\s+/g, " ").slice(-300)}`}; go on ` +
        `with --resume --out ${session.folder}`);
    artillery.exited.then((printed) => fail(tooEarly(printed)), fail);
    try {
        return await finished;
    }
    finally {
        signal.removeEventListener("abort", stop);
        artillery.end();
        await artillery.exited.catch(() => "");
    }
}
/** When each run's last request is due, seconds from the start of the first. */
function endsOfRuns({ runs, clockSpeed }) {
    let seconds = 0;
    return runs.map((run) => (seconds +=
        (wallDueMs(run.requests[run.requests.length - 1], run, clockSpeed) + 2 * LEAD_MS) / 1000));
}
//# sourceMappingURL=send-session.js.map