import { asLines } from "./notebook.js";
/**
 * Text types that nbformat keeps in lines; of the others, JSON is kept parsed and the rest as one
 * (base64) string.
 */
const IN_LINES = /^text\/|^image\/svg\+xml$|^application\/javascript$/;
const PARSED = /^application\/(.*\+)?json$/;
/**
 * Turns a kernel's messages into the outputs of cells as nbformat 4.5 stores them: consecutive
 * stream messages of one name become one, and an update goes into the display it updates, in
 * whichever earlier cell that stands. Ids of displays and clock times are left out, so that the
 * same results make the same bytes.
 */
export class OutputCollector {
    #displays = new Map();
    /**
     * Texts of stream outputs until `finish`: joining lines again for each message would take
     * quadratic time.
     */
    #streams = new Map();
    /** Adds one message to `outputs`, the list of the cell it belongs to. */
    add(outputs, { type, content }) {
        if (type === "stream")
            this.#addStream(outputs, content.name, content.text);
        else if (type === "display_data") {
            const output = {
                output_type: "display_data",
                data: normalData(content.data),
                metadata: content.metadata,
            };
            outputs.push(output);
            const id = content.transient?.display_id;
            if (id)
                this.#displays.set(id, [...(this.#displays.get(id) ?? []), output]);
        }
        else if (type === "update_display_data") {
            for (const output of this.#displays.get(content.transient?.display_id) ?? []) {
                output.data = normalData(content.data);
                output.metadata = content.metadata;
            }
        }
        else if (type === "execute_result") {
            const { execution_count, data, metadata } = content;
            outputs.push({
                output_type: "execute_result",
                execution_count,
                data: normalData(data),
                metadata,
            });
        }
        else if (type === "error") {
            outputs.push({
                output_type: "error",
                ename: content.ename,
                evalue: content.evalue,
                traceback: content.traceback,
            });
        }
    }
    /** Puts the collected texts into their stream outputs; call it before the notebook is written. */
    finish() {
        for (const [output, texts] of this.#streams)
            output.text = asLines(texts.join(""));
    }
    #addStream(outputs, name, text) {
        const last = outputs.at(-1);
        const texts = last && last.name === name ? this.#streams.get(last) : undefined;
        if (texts)
            texts.push(text);
        else {
            const output = { output_type: "stream", name, text: [] };
            this.#streams.set(output, [text]);
            outputs.push(output);
        }
    }
}
function normalData(data) {
    return Object.fromEntries(Object.entries(data).map(([type, value]) => [type, normalValue(type, value)]));
}
function normalValue(type, value) {
    if (typeof value !== "string")
        return value;
    if (IN_LINES.test(type))
        return asLines(value);
    if (!PARSED.test(type))
        return value;
    try {
        return JSON.parse(value);
    }
    catch {
        return asLines(value); // what a cell calls JSON and is none; nbformat allows text here
    }
}
//# sourceMappingURL=outputs.js.map