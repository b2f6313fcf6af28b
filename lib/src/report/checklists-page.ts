import type { ItemState, JudgedChecklist } from "../checklists/index.js";
import { escapeHtml } from "../display/index.js";
import type { Heading } from "./markdown.js";
import type { EvidencePage } from "./answers-html.js";

export const CHECKLISTS_LINK = {
  file: "checklists.html",
  title: "Checklists",
  summary:
    "Performance experiments in the cloud, REFORMS, ACM's artefact review: what is met, " +
    "what is not, and what is yours to write.",
};

const STATES: Readonly<Record<ItemState, { words: string; className: string }>> = {
  met: { words: "✓ met", className: "pass" },
  "not met": { words: "✗ not met", className: "fail" },
  yours: { words: "✎ yours to write", className: "warn" },
};

/** The checklists with the state of each point and what it rests on. */
export function checklistsBody(
  lists: readonly JudgedChecklist[],
  pages: readonly EvidencePage[],
): string {
  return [
    `<h1>Checklists</h1>`,
    `<p class="lead">Judged from what the notebooks of this run left. "Met" says that the ` +
      "evidence is there, not that it convinces; what no program can tell is yours to write.</p>",
    ...lists.map((list) => listHtml(list, pages)),
  ].join("\n");
}

export function checklistHeadings(lists: readonly JudgedChecklist[]): Heading[] {
  return lists.map(({ id, title }) => ({ id, level: 2, text: title }));
}

/** What stands between backticks is code. */
function withCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

function listHtml(
  { id, title, source, items }: JudgedChecklist,
  pages: readonly EvidencePage[],
): string {
  const count = (state: ItemState): number => items.filter((item) => item.state === state).length;
  const rows = items.map(({ id: number, asks, state, evidence, notebook }) => {
    const { words, className } = STATES[state];
    const page = pages.find(({ file }) => file === `${notebook}.html`);
    const link = page
      ? ` <a href="${escapeHtml(page.file)}" aria-label="Evidence: ${escapeHtml(page.title)}">` +
        `Evidence</a>`
      : "";
    return (
      `<tr><th scope="row">${escapeHtml(number)}</th><td>${escapeHtml(asks)}</td>` +
      `<td><span class="verdict ${className}">${words}</span></td>` +
      `<td>${withCode(evidence)}${link}</td></tr>`
    );
  });
  return (
    `<section><h2 id="${id}">${escapeHtml(title)}</h2>` +
    `<p class="note">${count("met")} met, ${count("not met")} not met, ` +
    `${count("yours")} yours to write. ${escapeHtml(source)}</p>` +
    `<div class="html-output" role="region" aria-label="${escapeHtml(title)}" tabindex="0">` +
    `<table class="checklist"><thead><tr><th scope="col">Point</th><th scope="col">Asks for</th>` +
    `<th scope="col">State</th><th scope="col">Evidence</th></tr></thead>` +
    `<tbody>${rows.join("\n")}</tbody></table></div></section>`
  );
}
