import { escapeHtml } from "../display/index.js";
/** The mark by which a folder is known as one of ours. */
export const GENERATOR = `<meta name="generator" content="study report">`;
/**
 * Nothing is fetched from anywhere and no script runs but the report's own. "file:" is for pages
 * opened from disk.
 */
const POLICY = "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; " +
    "img-src 'self' file: data: blob:; base-uri 'none'; form-action 'none'";
/** A whole page. */
export function pageHtml({ file, title, pages, headings, provenance, body }) {
    const links = [{ file: "index.html", title: "Gates and overview" }, ...pages];
    const at = links.findIndex((link) => link.file === file);
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${GENERATOR}
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="report.css">
<script defer src="report.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="home" href="index.html">Lambda or ECS</a>
${provenanceBadge(provenance)}
<button type="button" id="toggle-code" hidden aria-pressed="false">Hide code</button>
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
/** Says on every page whether its numbers are measured or simulated. */
export function provenanceBadge({ kind, name }) {
    return `<span class="provenance ${kind}"><strong>${kind}</strong> ${escapeHtml(name)}</span>`;
}
function navigation(links, file, headings) {
    const items = links.map((link) => {
        const here = link.file === file;
        const contents = here && headings.length > 0
            ? `<ol class="toc">${headings
                .filter(({ level }) => level <= 3)
                .map(({ id, level, text }) => `<li class="level-${level}"><a href="#${id}">${escapeHtml(text)}</a></li>`)
                .join("")}</ol>`
            : "";
        return ("<li><a " +
            `href="${escapeHtml(link.file)}"${here ? ` aria-current="page"` : ""}>${escapeHtml(link.title)}</a>${contents}</li>`);
    });
    return `<ol class="pages">${items.join("\n")}</ol>`;
}
function turnLink(link, rel, before, after = "") {
    return link
        ? `<a rel="${rel}" ` +
            `href="${escapeHtml(link.file)}">${before}${escapeHtml(link.title)}${after}</a>`
        : `<span></span>`;
}
//# sourceMappingURL=page-frame.js.map