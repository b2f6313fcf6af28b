import { formatNumber } from "../format.js";
import { escapeHtml } from "../html.js";
import { insideNotebook, showOutput } from "../outputs.js";
import { tableOutput, tableText } from "../table.js";
const REDRAW_MS = 500;
let count = 0;
/**
 * Shows a collection live in a notebook's cell, as one output that is replaced; elsewhere only its
 * summary.
 */
export function showCollection() {
    const displayId = `collection-${process.pid}-${++count}`;
    let drawnMs = -Infinity;
    const show = (output) => {
        showOutput(output, { displayId, isUpdate: drawnMs > -Infinity });
        drawnMs = performance.now();
    };
    return {
        update(progress) {
            if (insideNotebook() && performance.now() - drawnMs >= REDRAW_MS)
                show(tableOutput(progress.groups, tableOf(progress)));
        },
        done: (summary) => show({ "text/html": `<p>${escapeHtml(summary)}</p>`, "text/plain": summary }),
    };
}
/**
 * What a session of a collection came to, in a line or two; how to have one where there was none.
 * `folder` is named if given.
 */
export function collectionSummary(collection, folder) {
    if (!collection)
        return "Nothing was collected in this run: npx study run --collect does it.";
    const { planned, rows, marked, session } = collection;
    const count = (value) => formatNumber(value, "count");
    const thisSession = `Artillery counts ${count(session.artillerySent ?? 0)} sent in this session, which wrote ` +
        `${count(session.rows ?? 0)} rows`;
    const markedWhy = "they were sent late, or this machine had no CPU left, and their times may not be the " +
        "platform's";
    return [
        `${count(rows)} of ${count(planned)} planned requests have a ` +
            `row${folder === undefined ? "" : ` in ${folder}`}; ${thisSession}.`,
        ...(marked > 0 ? [`${count(marked)} rows of this session are marked: ${markedWhy}.`] : []),
    ].join("\n");
}
/** Where a collection stands: a headline, and a table of workloads by platform. */
export function collectionText(progress) {
    return tableText(progress.groups, tableOf(progress));
}
function tableOf(progress) {
    return {
        columns: "platform | workload | rows:count | p50Ms:ms:response p50 | p95Ms:ms:p95 | " +
            "coldStarts:count:cold starts | errors:count",
        caption: collectionHeadline(progress),
        simulated: false,
        maxRows: Infinity,
    };
}
/** The headline alone, in one line. */
export function collectionHeadline({ state, run, planned, rows, marked, askedPerSecond, achievedPerSecond, secondsLeft, }) {
    const whole = (value) => formatNumber(value, "count");
    const rate = (value) => formatNumber(value, "number");
    return [
        state,
        ...(run ? [`run ${run.number} of ${run.of} (${run.name})`] : []),
        `${whole(rows)} of ${whole(planned)} rows`,
        ...(state === "sending"
            ? [`${rate(askedPerSecond)}/s asked, ${rate(achievedPerSecond)}/s sent`]
            : []),
        ...(marked > 0 ? [`${whole(marked)} marked`] : []),
        ...(secondsLeft === null ? [] : [`${duration(secondsLeft)} left`]),
    ].join(" · ");
}
function duration(seconds) {
    const whole = Math.ceil(seconds);
    const minutes = Math.floor(whole / 60);
    const hours = Math.floor(minutes / 60);
    if (hours > 0)
        return `${hours} h ${minutes % 60} min`;
    return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
//# sourceMappingURL=collection-view.js.map