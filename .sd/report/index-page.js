import { escapeHtml, formatGateValue, gateQuestion, VERDICT_SIGNS } from "../display/index.js";
import { staleNote } from "./notebook-page.js";
/** The first page: the gates, then where everything is. */
export function indexBody(gates, pages, provenance) {
    const fooled = gates.filter((gate) => !gate.cannotBeFooled);
    const honest = gates.filter((gate) => gate.cannotBeFooled);
    return [
        `<h1>For this request, AWS Lambda or ECS?</h1>`,
        "<p " +
            `class="lead">${provenance.kind === "simulated" ? "<strong>Every number here is simulated.</strong> " : ""}${verdictSentence(fooled, "the user's gates")} ` +
            `${verdictSentence(honest, "the gates that cannot be fooled")}</p>`,
        gates.length === 0
            ? `<p>No notebook of this run has judged a gate yet.</p>`
            : "<div " +
                `class="gates">${gateTable(fooled, "user", "The user's gates", "A worthless model can meet them, and a perfect one can miss them.")}${gateTable(honest, "honest", "Gates that cannot be fooled", "Set against the best lookup and the best any model can do.")}</div>`,
        evidenceSection(gates),
        notebooksSection(pages),
        figuresSection(pages),
        provenanceSection(provenance),
    ]
        .filter((part) => part !== "")
        .join("\n");
}
function verdictSentence(gates, which) {
    const judged = gates.filter(({ verdict }) => verdict !== "not applicable");
    const stale = gates.filter((gate) => gate.stale).length;
    if (judged.length === 0)
        return `None of ${which} could be judged${stale > 0 ? ` (${stale} stale)` : ""}.`;
    const count = (wanted) => judged.filter(({ verdict }) => verdict === wanted).length;
    const notes = [
        count("fail") > 0 ? `${count("fail")} failed` : "",
        count("warn") > 0 ? `${count("warn")} with a warning` : "",
        stale > 0 ? `${stale} more stale` : "",
    ]
        .filter((note) => note !== "")
        .join(", ");
    return `${count("pass")} of ${judged.length} of ${which} pass${notes ? ` (${notes})` : ""}.`;
}
function gateTable(gates, id, title, note) {
    const rows = gates.map((gate) => [
        `<tbody><tr><th scope="rowgroup"><a ` +
            `href="#evidence-${escapeHtml(gate.id)}">${escapeHtml(gate.id)}</a></th>`,
        "<td " +
            `class="value">${escapeHtml(formatGateValue(gate))}</td><td>${escapeHtml(gate.target)}</td><td>${gateBadge(gate)}</td></tr>`,
        `<tr class="question"><td colspan="4">${escapeHtml(gate.stale ?? gateQuestion(gate))}</td></tr></tbody>`,
    ].join(""));
    return [
        `<section aria-labelledby="gates-${id}"><h2 id="gates-${id}">${title}</h2><p ` +
            `class="note">${note}</p>`,
        `<table class="gate-table"><thead><tr><th scope="col">Gate</th><th scope="col" ` +
            `class="value">Value</th><th scope="col">Target</th><th ` +
            `scope="col">Verdict</th></tr></thead>`,
        `${rows.join("\n")}</table></section>`,
    ].join("\n");
}
function gateBadge({ verdict, stale }) {
    return stale ? STALE_BADGE : verdictBadge(verdict);
}
const STALE_BADGE = `<span class="verdict warn">stale</span>`;
function verdictBadge(verdict) {
    return (`<span class="verdict ` +
        `${verdict.replace(" ", "-")}">${escapeHtml(VERDICT_SIGNS[verdict])}</span>`);
}
function evidenceSection(gates) {
    if (gates.length === 0)
        return "";
    const items = gates.map((gate) => `<dt id="evidence-${escapeHtml(gate.id)}">${escapeHtml(gate.id)} ` +
        `${gateBadge(gate)}</dt><dd>${escapeHtml(gate.evidence)}</dd>`);
    return (`<section><h2 id="evidence">What the verdicts rest on</h2><dl ` +
        `class="evidence">${items.join("\n")}</dl></section>`);
}
function notebooksSection(pages) {
    const items = pages.map(({ file, title, summary, status, stale }) => `<li><a href="${escapeHtml(file)}">${escapeHtml(title)}</a>` +
        (status === "executed" ? "" : ` <span class="verdict fail">${status}</span>`) +
        (stale === null ? "" : ` ${STALE_BADGE}`) +
        `${staleNote(stale)}<p>${escapeHtml(summary)}</p></li>`);
    return (`<section><h2 id="notebooks">Notebooks</h2><ol ` +
        `class="notebooks">${items.join("\n")}</ol></section>`);
}
function figuresSection(pages) {
    const cards = pages.flatMap(({ file, figures }) => figures.map((figure) => `<li><a href="${escapeHtml(file)}#${figure.id}"><img ` +
        `src="${escapeHtml(figure.file)}" ` +
        `alt=""><span>${escapeHtml(figure.title)}</span></a></li>`));
    return cards.length === 0
        ? ""
        : `<section><h2 id="figures">Figures</h2><ul ` +
            `class="gallery">${cards.join("\n")}</ul></section>`;
}
function provenanceSection({ kind, name, details = [] }) {
    const lines = [["run", name], ["numbers", kind], ...details];
    return (`<section><h2 id="provenance">Where the numbers come from</h2><dl ` +
        `class="facts">${lines.map(([key, value]) => `<dt>${escapeHtml(key)}</dt><dd>${escapeHtml(value)}</dd>`).join("")}</dl></section>`);
}
/** Headings of the index, for its table of contents. */
export function indexHeadings(gates, pages) {
    return [
        ...(gates.length > 0 ? [{ id: "evidence", level: 2, text: "What the verdicts rest on" }] : []),
        { id: "notebooks", level: 2, text: "Notebooks" },
        ...(pages.some(({ figures }) => figures.length > 0)
            ? [{ id: "figures", level: 2, text: "Figures" }]
            : []),
        { id: "provenance", level: 2, text: "Where the numbers come from" },
    ];
}
//# sourceMappingURL=index-page.js.map