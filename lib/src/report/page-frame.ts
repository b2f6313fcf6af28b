import { escapeHtml } from "../display/index.js";
import type { DataKind } from "../verdict/index.js";
import type { Heading } from "./markdown.js";

/** Whose numbers a report shows. */
export interface Provenance {
  kind: DataKind;
  /** Name of the run. */
  name: string;
  /**
   * Further lines, e.g. ["seed", "42"]; dates of the data, but none of the run, and no paths: equal
   * runs give equal pages.
   */
  details?: readonly (readonly [name: string, value: string])[];
}

/** A page in the navigation. */
export interface PageLink {
  file: string;
  title: string;
}

/**
 * What stands in every page. `pages` holds the notebooks' pages in their order; the index leads
 * them.
 */
export interface PageFrame {
  file: string;
  title: string;
  pages: readonly PageLink[];
  headings: readonly Heading[];
  provenance: Provenance;
  body: string;
}

/** The mark by which a folder is known as one of ours. */
export const GENERATOR = `<meta name="generator" content="study report">`;

/**
 * Nothing is fetched from anywhere and no script runs but the report's own. "file:" is for pages
 * opened from disk.
 */
const POLICY =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; " +
  "img-src 'self' file: data: blob:; base-uri 'none'; form-action 'none'";

/** A whole page. */
export function pageHtml({ file, title, pages, headings, provenance, body }: PageFrame): string {
  const links: PageLink[] = [{ file: "index.html", title: "The verdict" }, ...pages];
  const at = links.findIndex((link) => link.file === file);
  return `<!doctype html>
<html lang="en">
<head>
${headHtml(title, POLICY)}
<link rel="stylesheet" href="report.css">
<script defer src="report.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="home" href="index.html">Lambda or ECS</a>
${provenanceBadge(provenance)}
<button type="button" id="toggle-code" hidden aria-pressed="false">Show code</button>
</header>
<div class="columns">
<nav class="side" aria-label="Pages"><details open><summary>Pages</summary>
${navigation(links, file, headings)}
</details></nav>
<main id="content" tabindex="-1">
${body}
<nav class="turn" aria-label="Next and previous page">
${turnLink(links[at - 1], "prev", "← ")}${turnLink(links[at + 1], "next", "", " →")}
</nav>
</main>
</div>
</body>
</html>
`;
}

/** What the head of every page begins with. */
export function headHtml(title: string, policy: string): string {
  return `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${GENERATOR}
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">`;
}

/** Says on every page whose numbers it shows. */
export function provenanceBadge({ kind, name }: Provenance): string {
  return `<span class="provenance ${kind}"><strong>${kind}</strong> ${escapeHtml(name)}</span>`;
}

function navigation(
  links: readonly PageLink[],
  file: string,
  headings: readonly Heading[],
): string {
  const items = links.map((link) => {
    const here = link.file === file;
    const contents =
      here && headings.length > 0
        ? `<ol class="toc">${headings
            .filter(({ level }) => level <= 3)
            .map(
              ({ id, level, text }) =>
                `<li class="level-${level}"><a href="#${id}">${escapeHtml(text)}</a></li>`,
            )
            .join("")}</ol>`
        : "";
    const current = here ? ` aria-current="page"` : "";
    return (
      `<li><a href="${escapeHtml(link.file)}"${current}>${escapeHtml(link.title)}</a>` +
      `${contents}</li>`
    );
  });
  return `<ol class="pages">${items.join("\n")}</ol>`;
}

function turnLink(link: PageLink | undefined, rel: string, before: string, after = ""): string {
  return link
    ? `<a rel="${rel}" ` +
        `href="${escapeHtml(link.file)}">${before}${escapeHtml(link.title)}${after}</a>`
    : `<span></span>`;
}
