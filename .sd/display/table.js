import { isMarkedSimulated } from "../requests/index.js";
import { formatInterval, formatNumber } from "./format.js";
import { escapeHtml } from "./html.js";
import { showOutput } from "./outputs.js";
import { VERDICT_COLOURS, VERDICT_SIGNS } from "./theme.js";
/** Shows rows as a table, in HTML and as plain text. */
export function showTable(rows, options = {}) {
    showOutput(tableOutput(rows, options));
}
/** The same as an output that is not shown yet. */
export function tableOutput(rows, options = {}) {
    const { columns, body, caption, more } = layOut(rows, options);
    return {
        "text/html": htmlTable(columns, body, caption, more),
        "text/plain": textTable(columns, body, caption, more),
    };
}
/** The same as aligned plain text, for a terminal. */
export function tableText(rows, options = {}) {
    const { columns, body, caption, more } = layOut(rows, options);
    return textTable(columns, body, caption, more);
}
function layOut(rows, { columns: given, caption = "", simulated = isMarkedSimulated(), maxRows = 40 }) {
    const wanted = typeof given === "string"
        ? given.split("|").map((column) => column.trim())
        : (given ?? Object.keys(rows[0] ?? {}));
    const columns = wanted.map((column) => {
        const { key, title = key.replace(/_/g, " "), format, } = typeof column === "string" ? parseColumn(column) : column;
        return {
            key,
            title,
            format: format ?? (rows.some((row) => typeof row[key] === "number") ? "number" : "text"),
        };
    });
    const body = rows
        .slice(0, maxRows)
        .map((row) => columns.map((column) => cell(row[column.key], column.format)));
    const full = [caption, simulated ? "simulated" : ""].filter((part) => part !== "").join(" · ");
    return {
        columns,
        body,
        caption: full,
        more: rows.length > maxRows ? `${rows.length - maxRows} more rows` : "",
    };
}
const FORMATS = [
    "count",
    "share",
    "points",
    "ms",
    "usd",
    "usdPerMillion",
    "kib",
    "pValue",
    "number",
    "text",
    "verdict",
];
/**
 * "key", "key:format" or "key:format:heading"; the heading may hold colons, and an empty format is
 * none.
 */
function parseColumn(column) {
    const [key, format = "", ...title] = column.split(":");
    if (format !== "" && !FORMATS.includes(format))
        throw new RangeError(`column "${column}": there is no format "${format}"; there are ${FORMATS.join(", ")}`);
    return {
        key,
        format: format === "" ? undefined : format,
        title: title.length > 0 ? title.join(":") : undefined,
    };
}
function cell(value, format) {
    if (format === "verdict" && typeof value === "string" && value in VERDICT_SIGNS)
        return { text: VERDICT_SIGNS[value], colour: VERDICT_COLOURS[value] };
    const numeric = format === "text" || format === "verdict" ? "number" : format;
    if (typeof value === "object" && value !== null)
        return { text: formatInterval(value, numeric), colour: null };
    if (typeof value === "number" || value === null || value === undefined)
        return { text: formatNumber(value, numeric), colour: null };
    return { text: String(value), colour: null };
}
const isNumeric = (format) => format !== "text" && format !== "verdict";
/** Text longer than this is broken into lines, whatever the page's own style for tables says. */
const LONG_TEXT = 40;
function htmlTable(columns, body, caption, more) {
    const styles = columns.map(({ format }, c) => {
        const long = !isNumeric(format) && body.some((cells) => cells[c].text.length > LONG_TEXT);
        return `text-align:${isNumeric(format) ? "right" : "left"}${long ? ";white-space:normal;min-width:14em;overflow-wrap:anywhere" : ""}`;
    });
    const head = columns
        .map(({ title }, c) => `<th scope="col" style="${styles[c]}">${escapeHtml(title)}</th>`)
        .join("");
    const lines = body.map((cells) => `<tr>${cells
        .map(({ text, colour }, c) => "<td " +
        `style="${styles[c]}${colour ? `;font-weight:600;white-space:nowrap;color:${colour}` : ""}">${escapeHtml(text)}</td>`)
        .join("")}</tr>`);
    return [
        `<table class="study-table">`,
        caption ? `<caption style="text-align:left">${escapeHtml(caption)}</caption>` : "",
        `<thead><tr>${head}</tr></thead>`,
        `<tbody>`,
        ...lines,
        `</tbody></table>`,
        more ? `<p>… ${escapeHtml(more)}</p>` : "",
    ]
        .filter((line) => line !== "")
        .join("\n");
}
function textTable(columns, body, caption, more) {
    const width = columns.map(({ title }, c) => Math.max(title.length, ...body.map((cells) => cells[c].text.length)));
    const pad = (text, c) => isNumeric(columns[c].format) ? text.padStart(width[c]) : text.padEnd(width[c]);
    const line = (texts) => texts.map(pad).join("  ").trimEnd();
    return [
        ...(caption ? [caption] : []),
        line(columns.map(({ title }) => title)),
        line(width.map((w) => "-".repeat(w))),
        ...body.map((cells) => line(cells.map(({ text }) => text))),
        ...(more ? [`… ${more}`] : []),
    ].join("\n");
}
//# sourceMappingURL=table.js.map