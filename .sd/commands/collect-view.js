import { collectionHeadline, collectionText } from "../display/index.js";
const REDRAW_MS = 500;
/** Where nothing can be rewritten, a line now and then is enough. */
const LINE_EVERY_MS = 10_000;
/** A small table that is rewritten on a terminal; plain lines elsewhere. */
export function liveView(stream = process.stderr) {
    let drawnMs = -Infinity;
    let lines = 0;
    const clear = () => {
        if (lines > 0)
            stream.write(`\x1b[${lines}A\x1b[0J`);
        lines = 0;
    };
    return {
        update(progress) {
            const now = performance.now();
            if (now - drawnMs < (stream.isTTY ? REDRAW_MS : LINE_EVERY_MS))
                return;
            drawnMs = now;
            if (!stream.isTTY)
                return void stream.write(`${collectionHeadline(progress)}\n`);
            clear();
            const text = `${collectionText(progress)}\n`;
            lines = text.split("\n").length - 1;
            stream.write(text);
        },
        say(line) {
            clear();
            stream.write(`${line}\n`);
        },
        end: clear,
    };
}
//# sourceMappingURL=collect-view.js.map