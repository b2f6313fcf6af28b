import type { ManifestPromise } from "../artefacts/index.js";
import { escapeHtml, type ShownGate } from "../display/index.js";
import type { StudyVerdict } from "../verdict/index.js";
import { causesSection, verdictSection } from "./answers-html.js";
import { gatesSection } from "./gates-html.js";
import type { NotebookPage } from "./notebook-page.js";
import type { Provenance } from "./page-frame.js";
import { STALE_BADGE, staleNote } from "./stale.js";

/** What the first page is made of. */
export interface IndexContent {
  verdict: StudyVerdict;
  gates: readonly ShownGate[];
  pages: readonly NotebookPage[];
  provenance: Provenance;
  /** What was frozen beforehand, and the departures; null where nothing was. */
  promise: ManifestPromise | null;
  /** Pages that are no notebook's. */
  more: readonly MorePage[];
}

/** A page that is no notebook's, as the index names it. */
export interface MorePage {
  file: string;
  title: string;
  summary: string;
}

/** The first page: verdict and answers, causes, gates, then where everything is. */
export function indexBody({
  verdict,
  gates,
  pages,
  provenance,
  promise,
  more,
}: IndexContent): string {
  return [
    verdictSection(verdict, pages),
    causesSection(verdict),
    gatesSection(gates, verdict.accepted),
    promiseSection(promise),
    moreSection(more),
    notebooksSection(pages),
    figuresSection(pages),
    provenanceSection(provenance),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function moreSection(more: readonly MorePage[]): string {
  if (more.length === 0) return "";
  const items = more.map(
    ({ file, title, summary }) =>
      `<li><a href="${escapeHtml(file)}">${escapeHtml(title)}</a>` +
      `<p>${escapeHtml(summary)}</p></li>`,
  );
  return (
    `<section><h2 id="more">To ask further</h2><ul class="notebooks">${items.join("\n")}</ul>` +
    `</section>`
  );
}

/** What was promised before the data were collected, and where the run departed from it. */
function promiseSection(promise: ManifestPromise | null): string {
  if (promise === null) return "";
  const { sha256, primaryOutcome, departures } = promise;
  const rows = departures.map(
    ({ where, frozen, run }) =>
      `<tr><th scope="row">${escapeHtml(where)}</th><td>${escapeHtml(frozen)}</td>` +
      `<td>${escapeHtml(run)}</td></tr>`,
  );
  const found =
    rows.length === 0
      ? `<p>No departure: plan, label, gates and seed are those that were frozen.</p>`
      : `<div class="html-output" role="region" aria-label="Departures" tabindex="0">` +
        `<table class="departures"><caption>Departures from what was frozen</caption><thead><tr>` +
        `<th scope="col">Where</th><th scope="col">Frozen</th><th scope="col">This run</th></tr>` +
        `</thead><tbody>${rows.join("\n")}</tbody></table></div>`;
  return (
    `<section><h2 id="preregistration">Preregistration</h2><p>Judged by the gate ` +
    `<code>${escapeHtml(primaryOutcome)}</code>, frozen as SHA-256 ` +
    `<code class="digest">${escapeHtml(sha256)}</code>.</p>${found}</section>`
  );
}

function notebooksSection(pages: readonly NotebookPage[]): string {
  const items = pages.map(({ file, title, summary, status, stale }) => {
    const ended = status === "executed" ? "" : ` <span class="verdict fail">${status}</span>`;
    const mark = stale === null ? "" : ` ${STALE_BADGE}`;
    return (
      `<li><a href="${escapeHtml(file)}">${escapeHtml(title)}</a>${ended}${mark}` +
      `${staleNote(stale)}<p>${escapeHtml(summary)}</p></li>`
    );
  });
  return (
    `<section><h2 id="notebooks">Notebooks</h2><ol ` +
    `class="notebooks">${items.join("\n")}</ol></section>`
  );
}

/** Figures of notebooks that came to their end; one that stopped may have drawn nothing. */
function figuresOf(pages: readonly NotebookPage[]): string[] {
  return pages
    .filter(({ status }) => status === "executed")
    .flatMap(({ file, figures }) =>
      figures.map(
        (figure) =>
          `<li><a href="${escapeHtml(file)}#${figure.id}"><img ` +
          `src="${escapeHtml(figure.file)}" loading="lazy" ` +
          `alt=""><span>${escapeHtml(figure.title)}</span></a></li>`,
      ),
    );
}

function figuresSection(pages: readonly NotebookPage[]): string {
  const cards = figuresOf(pages);
  return cards.length === 0
    ? ""
    : `<section><h2 id="figures">Figures</h2><ul ` +
        `class="gallery">${cards.join("\n")}</ul></section>`;
}

function provenanceSection({ kind, name, details = [] }: Provenance): string {
  const lines: (readonly [string, string])[] = [["run", name], ["numbers", kind], ...details];
  return (
    '<section><h2 id="provenance">Where the numbers come from</h2><dl class="facts">' +
    lines
      .map(([key, value]) => `<dt>${escapeHtml(key)}</dt><dd>${escapeHtml(value)}</dd>`)
      .join("") +
    "</dl></section>"
  );
}

/** Headings of the index, for its table of contents. */
export function indexHeadings({
  verdict,
  pages,
  promise,
  more,
}: Pick<IndexContent, "verdict" | "pages" | "promise" | "more">): {
  id: string;
  level: number;
  text: string;
}[] {
  const of = (id: string, text: string): { id: string; level: number; text: string } => ({
    id,
    level: 2,
    text,
  });
  return [
    of("verdict", "The verdict"),
    ...(verdict.causes.length > 0 ? [of("causes", "What is wrong with the data")] : []),
    of("gates", "Gates"),
    ...(promise ? [of("preregistration", "Preregistration")] : []),
    ...(more.length > 0 ? [of("more", "To ask further")] : []),
    of("notebooks", "Notebooks"),
    ...(figuresOf(pages).length > 0 ? [of("figures", "Figures")] : []),
    of("provenance", "Where the numbers come from"),
  ];
}
